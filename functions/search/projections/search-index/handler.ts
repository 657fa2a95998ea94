import { inTurn } from '../../../platform/in-turn.ts';
import { heard } from '../../../platform/listener/heard.ts';
import { severalRows } from '../../../platform/projection.ts';
import { idOf } from '../../../platform/view-store/port.ts';
import { eventStore, followedView, reactionListener } from '../../../platform/wire.ts';
import { searchIndex } from './project.ts';

const apply = followedView('search', (rows) => severalRows(searchIndex, rows, eventStore));
/** The documents of a bucket change one row together: its stamp. */
const turns = inTurn();

export const handler = reactionListener('search-index', async (event) => {
  const told = heard('search-index', event);
  if (!told) return;
  await turns(searchIndex.keysOf(told).map(idOf), () => apply(event));
});
