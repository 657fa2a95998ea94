import { inTurn } from '../../../platform/in-turn.ts';
import { heard } from '../../../platform/listener/heard.ts';
import { severalRows } from '../../../platform/projection.ts';
import { eventStore, followedView, reactionListener } from '../../../platform/wire.ts';
import { products } from './project.ts';

const apply = followedView('products', (rows) => severalRows(products, rows, eventStore));
/** A product and its stock are told on two streams and change one row. */
const turns = inTurn();

export const handler = reactionListener('products', async (event) => {
  const told = heard('products', event);
  if (told) await turns([told.data.productId], () => apply(event));
});
