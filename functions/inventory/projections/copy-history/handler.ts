import { severalRows } from '../../../platform/projection.ts';
import { eventStore, followedView, reactionListener } from '../../../platform/wire.ts';
import { copyHistory } from './project.ts';

export const handler = reactionListener(
  'copy-history',
  followedView('copy-history', (rows) => severalRows(copyHistory, rows, eventStore)),
);
