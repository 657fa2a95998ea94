import { streamName } from '../../events/stream-name.ts';
import { placeOrder } from '../../functions/shop/commands/place-order/place-order.ts';
import { OrderCase } from './order-case.ts';
import type { Plan } from './plan.ts';
import { type Needs, type Steps, stepsOf } from './steps.ts';
import { aki, NAME, openWorld, orderId, type World, wanted } from './world.ts';

/** Late answers and functions that work on for nobody have all had their say by then. */
const EVERYTHING_IS_OVER_MS = 3 * 3_600_000;

/** What Aki asks for, with the card and the address of the plan. */
const wishIn = ({ card = '4242424242424242', postalCode = '150-0001' }: Plan) => ({
  memberId: aki,
  items: wanted.map(({ productId, quantity }) => ({ productId, quantity })),
  payment: { cardNumber: card },
  shippingAddress: { name: NAME, postalCode, country: 'JP', line1: '1-2-3 Jingumae' },
});

/** How often the member calls the order off once it is confirmed. */
const changesOfMind = ({ cancelling }: Plan): number => {
  if (cancelling?.when === 'when confirmed') return 1;
  return cancelling?.when === 'twice, when confirmed' ? 2 : 0;
};

const lived = async (one: OrderCase, { store }: World) => {
  const { calls, cancellations, started, machine, outside } = one;
  const eventsOf = async (stream: string) => (await store.read(stream)).events;
  return {
    calls,
    cancellations,
    executions: started.map((arn) => machine.find(arn)),
    history: JSON.stringify(started.flatMap((arn) => machine.history(arn))),
    order: await eventsOf(streamName('order', orderId)),
    stocks: await Promise.all(wanted.map(({ productId }) => eventsOf(streamName('stock', productId)))),
    payment: outside.ledger.get(orderId),
    parcel: outside.carrier.parcels.get(orderId),
  };
};

/** Lets one order live through a plan, and everything that is under way come to its end. */
export const runCase = async (plan: Plan, seed: number, makeSteps: (needs: Needs) => Steps = stepsOf) => {
  const world = await openWorld(seed, plan.inStock ?? wanted[1].inStock);
  const one = new OrderCase(plan, seed, world, makeSteps);
  const { clock, decide, context } = world;
  const placedAt = clock.now();
  const placing = placeOrder({ newOrderId: () => orderId, gateway: one.outside.gateway, decide });
  const placed = await placing(wishIn(plan), context());
  if (plan.memberLeaves) await world.vault.erase(aki);
  if (plan.cancelling?.when === 'at once') await one.cancel();
  await one.tellStarter();
  await one.runToEnd();
  for (let time = 0; time < changesOfMind(plan); time++) await one.cancel();
  if (changesOfMind(plan) > 0) await one.runToEnd();
  const endedAfterMs = clock.now().getTime() - placedAt.getTime();
  await clock.elapse(EVERYTHING_IS_OVER_MS);
  await one.runToEnd();
  return { placed, endedAfterMs, ...(await lived(one, world)) };
};
export type Life = Awaited<ReturnType<typeof runCase>>;
