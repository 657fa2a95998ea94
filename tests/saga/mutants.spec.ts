import { describe, expect, it } from 'vitest';
import { decideRefunded, decideVoided } from '../../functions/shop/domain/order/decide-refunded.ts';
import { decideShippingCancelled } from '../../functions/shop/domain/order/decide-shipping-cancelled.ts';
import { done } from '../../functions/shop/domain/order/go-on.ts';
import type { PlacedOrder } from '../../functions/shop/domain/order/order.ts';
import { decideReturn } from '../../functions/shop/domain/stock/decide-order-stock.ts';
import { sagaContext } from '../../functions/shop/sagas/order/saga-context.ts';
import { StepInput } from '../../functions/shop/sagas/order/step-input.ts';
import { brokenPromises } from './broken-promises.ts';
import { table } from './cases.ts';
import { runCase } from './run-case.ts';
import { type Needs, type Steps, stepsOf } from './steps.ts';

type Mutant = (needs: Needs) => Partial<Steps>;

const step =
  (needs: Needs, run: (order: PlacedOrder, context: ReturnType<typeof sagaContext>) => Promise<unknown>) =>
  async (payload: unknown) => {
    const input = StepInput.parse(payload);
    const context = sagaContext('mutant', input);
    return run(await needs.book.look(context, input.orderId), context);
  };

/** Bugs that look harmless. */
const mutants: Readonly<Record<string, Mutant>> = {
  'a confirmation that does not look whether the order was called off': (needs) => ({
    'confirm-order': step(needs, async ({ orderId }, context) => {
      await needs.carrier.confirm({ orderId });
      return needs.book.tell(context, orderId, ({ memberId, lines, total, shipment, isConfirmed }) => {
        if (isConfirmed || !shipment) return done();
        return done({
          type: 'shop.order-confirmed',
          data: { orderId, memberId, lines: [...lines], total, shipment },
        });
      });
    }),
  }),
  'money that goes back only when somebody came to tell that it had moved': (needs) => ({
    'refund-payment': step(needs, async ({ orderId, total: amount, payment }, context) => {
      if (payment !== 'captured') return;
      await needs.gateway.refund({ orderId, amount });
      await needs.book.tell(context, orderId, (order) => ({ events: decideRefunded(order) }));
    }),
    'void-payment': step(needs, async ({ orderId, payment }, context) => {
      if (payment !== 'authorized') return;
      await needs.gateway.void({ orderId });
      await needs.book.tell(context, orderId, (order) => ({ events: decideVoided(order) }));
    }),
  }),
  'a way back without the void': () => ({ 'void-payment': async () => undefined }),
  'shipping that is called off only when the carrier has answered': (needs) => ({
    'cancel-shipping': step(needs, async ({ orderId, parcel }, context) => {
      if (parcel !== 'arranged') return;
      await needs.carrier.cancel({ orderId });
      await needs.book.tell(context, orderId, (order) => ({ events: decideShippingCancelled(order) }));
    }),
  }),
  'stock that is given back as often as it is asked for': (needs) => ({
    'release-stock': step(needs, (order, context) =>
      needs.book.tellWithStock(context, order, ({ orderId, lines }, stocks) => ({
        events: [{ type: 'shop.order-stock-released', data: { orderId } }],
        told: decideReturn(lines, stocks, orderId),
      })),
    ),
  }),
};

describe('the table notices', () => {
  it.each(Object.entries(mutants))('%s', async (_, mutate) => {
    const broken: string[] = [];
    for (const plan of table) {
      const promises = brokenPromises(
        plan,
        await runCase(plan, 1, (needs) => ({ ...stepsOf(needs), ...mutate(needs) })),
      );
      broken.push(...promises);
      if (broken.length > 0) break;
    }
    expect(broken).not.toEqual([]);
  });
});
