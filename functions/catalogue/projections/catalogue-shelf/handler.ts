import { inTurn } from '../../../platform/in-turn.ts';
import { heard } from '../../../platform/listener/heard.ts';
import { severalRows } from '../../../platform/projection.ts';
import { eventStore, followedView, reactionListener } from '../../../platform/wire.ts';
import { catalogueShelf } from './project.ts';
import { stampRow } from './view.ts';

const apply = followedView('catalogue', (rows) => severalRows(catalogueShelf, rows, eventStore));
/** The volumes of a series change rows together: its count, and a stamp that other series have too. */
const turns = inTurn();

export const handler = reactionListener('catalogue-shelf', async (event) => {
  const told = heard('catalogue-shelf', event);
  if (told) await turns([stampRow(told.data.seriesId).sk], () => apply(event));
});
