import { decideGiveUp } from '../../../domain/order/decide-give-up.ts';
import type { OrderBook } from '../order-book.ts';
import { sagaContext } from '../saga-context.ts';
import { answerOf, type StepAnswer } from '../step-answer.ts';
import type { GivenUpInput } from '../step-input.ts';

/** A step was tried as often as it may be: from here on the order only goes back, unless it was confirmed all the same. */
export const recordGivenUp =
  ({ book }: { book: OrderBook }) =>
  async (input: GivenUpInput): Promise<StepAnswer> =>
    answerOf(
      await book.tell(sagaContext(input.step, input), input.orderId, (order) =>
        decideGiveUp(order, input.step, input.error),
      ),
    );
