import { inTurn } from '../../../platform/in-turn.ts';
import { heard } from '../../../platform/listener/heard.ts';
import { severalRows } from '../../../platform/projection.ts';
import { eventStore, followedView, reactionListener } from '../../../platform/wire.ts';
import { holds } from './project.ts';

const apply = followedView('holds', (rows) => severalRows(holds, rows, eventStore));
/** The holds of a volume change one row together: its queue. */
const turns = inTurn();

export const handler = reactionListener('holds', async (event) => {
  const told = heard('holds', event);
  if (told) await turns([told.data.volumeId], () => apply(event));
});
