import { inTurn } from '../../../platform/in-turn.ts';
import { heard } from '../../../platform/listener/heard.ts';
import { severalRows } from '../../../platform/projection.ts';
import { eventStore, followedView, reactionListener } from '../../../platform/wire.ts';
import { ranking } from './project.ts';
import { volumesOf } from './volumes-of.ts';

const count = followedView('ranking', (rows) => severalRows(ranking, rows, eventStore));
const turns = inTurn();

export const handler = reactionListener('ranking', async (event) => {
  const told = heard('ranking', event);
  if (told) await turns(volumesOf(told), () => count(event));
});
