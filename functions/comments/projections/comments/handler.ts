import { inTurn } from '../../../platform/in-turn.ts';
import { heard } from '../../../platform/listener/heard.ts';
import { severalRows } from '../../../platform/projection.ts';
import { eventStore, followedView, reactionListener } from '../../../platform/wire.ts';
import { comments } from './project.ts';

const follow = followedView('comments', (rows) => severalRows(comments, rows, eventStore));
const turns = inTurn();

/** Comments on one volume share its summary, so within a function they wait for each other. */
export const handler = reactionListener('comments', async (event) => {
  const told = heard('comments', event);
  if (told) await turns([told.data.volumeId], () => follow(event));
});
