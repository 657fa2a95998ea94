import type { OrderId } from '../../../../events/ids.ts';
import type { ForwardStep } from '../../../../events/shop/saga-step.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { from } from '../../../platform/source.ts';
import { notBegun, type StepOutcome } from '../../domain/order/go-on.ts';
import { type OrderEvent, order as orderAggregate, type PlacedOrder } from '../../domain/order/order.ts';
import type { ToldOfStocks } from '../../domain/stock/decide-order-stock.ts';
import { type Stock, stock } from '../../domain/stock/stock.ts';
import { TransientFault } from '../../outside-fault.ts';
import { sagaContext } from './saga-context.ts';
import type { StepInput } from './step-input.ts';

type Told = { events: readonly OrderEvent[] };
type ToldWithStock = Told & { told: ToldOfStocks };

/** Orders as their saga sees them. Each decision is one commit; a race lost too often is a `TransientFault`. */
export const orderBook = (decide: ReturnType<typeof commandLoop>) => {
  const tell = async <Decision extends Told>(
    context: CommandContext,
    orderId: OrderId,
    decisionOn: (order: PlacedOrder) => Decision,
  ): Promise<Decision> =>
    answerOf(
      await decide(context, { order: from('order', orderId, orderAggregate) }, (states) => {
        const decision = decisionOn(placed(orderId, states.order));
        return { outcome: 'accepted', events: { order: decision.events }, answer: decision };
      }),
    );

  return {
    tell,

    /** The decision rests on the stock of each of the order's lines too. */
    tellWithStock: async <Decision extends ToldWithStock>(
      context: CommandContext,
      { orderId, lines }: Pick<PlacedOrder, 'orderId' | 'lines'>,
      decisionOn: (order: PlacedOrder, stocks: readonly Stock[]) => Decision,
    ): Promise<Decision> => {
      const sources = {
        order: from('order', orderId, orderAggregate),
        stocks: lines.map(({ productId }) => from('stock', productId, stock)),
      };
      return answerOf(
        await decide(context, sources, (states) => {
          const decision = decisionOn(placed(orderId, states.order), states.stocks);
          const events = { order: decision.events, stocks: decision.told };
          return { outcome: 'accepted', events, answer: decision };
        }),
      );
    },

    /** The order as it is, for a decision that is taken outside. */
    look: async (context: CommandContext, orderId: OrderId): Promise<PlacedOrder> =>
      (await tell(context, orderId, (order) => ({ events: [], order }))).order,

    /** The order, if a step of its saga may begin; else how the step ends. */
    begin: (
      step: ForwardStep,
      input: StepInput,
    ): Promise<{ outcome: 'go'; order: PlacedOrder } | { outcome: StepOutcome }> =>
      tell(sagaContext(step, input), input.orderId, (order) => {
        const stopped = notBegun(order, step, input);
        return stopped ?? { outcome: 'go' as const, order, events: [] };
      }),
  };
};
export type OrderBook = ReturnType<typeof orderBook>;

const placed = (orderId: OrderId, order: { status: 'unknown' } | PlacedOrder): PlacedOrder => {
  if (order.status === 'unknown') throw new Error(`there is no order ${orderId}`);
  return order;
};

const answerOf = <Answer>(outcome: Outcome<Answer, never>): Answer => {
  if (outcome.outcome === 'accepted') return outcome.answer;
  throw new TransientFault(`the order's commit ended ${outcome.outcome}`);
};
