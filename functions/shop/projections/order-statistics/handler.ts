import { inTurn } from '../../../platform/in-turn.ts';
import { severalRows } from '../../../platform/projection.ts';
import { eventStore, followedView, reactionListener } from '../../../platform/wire.ts';
import { orderStatistics } from './project.ts';

const apply = followedView('order-statistics', (rows) => severalRows(orderStatistics, rows, eventStore));
/** All orders of a day change one row together. */
const turns = inTurn();

export const handler = reactionListener('order-statistics', (event) => turns(['day'], () => apply(event)));
