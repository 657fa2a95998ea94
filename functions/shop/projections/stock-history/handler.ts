import { severalRows } from '../../../platform/projection.ts';
import { eventStore, followedView, reactionListener } from '../../../platform/wire.ts';
import { stockHistory } from './project.ts';

export const handler = reactionListener(
  'stock-history',
  followedView('stock-history', (rows) => severalRows(stockHistory, rows, eventStore)),
);
