import { decideReserveStock } from '../../../domain/order/decide-reserve-stock.ts';
import type { OrderBook } from '../order-book.ts';
import { sagaContext } from '../saga-context.ts';
import { answerOf, type StepAnswer } from '../step-answer.ts';
import type { StepInput } from '../step-input.ts';

/** Everything on the order is set aside, or nothing. */
export const reserveStock =
  ({ book }: { book: OrderBook }) =>
  async (input: StepInput): Promise<StepAnswer> => {
    const begun = await book.begin('reserve-stock', input);
    if (begun.outcome !== 'go') return answerOf(begun);
    return answerOf(await book.tellWithStock(sagaContext('reserve-stock', input), begun.order, decideReserveStock));
  };
