import type { Recorded } from '../../events/envelope.ts';
import { streamName } from '../../events/stream-name.ts';
import { heard } from '../../functions/platform/listener/heard.ts';
import { cancelOrder } from '../../functions/shop/commands/cancel-order/cancel-order.ts';
import { placeOrder } from '../../functions/shop/commands/place-order/place-order.ts';
import { startOrderSaga } from '../../functions/shop/reactions/start-order-saga/react.ts';
import { carrierAnswered } from '../../functions/shop/sagas/order/carrier-answered/carrier-answered.ts';
import type { Executions } from '../../functions/shop/sagas/order/executions.ts';
import { orderBook } from '../../functions/shop/sagas/order/order-book.ts';
import { SagaEnded, sagaEnded } from '../../functions/shop/sagas/order/saga-ended/saga-ended.ts';
import type { CarrierAnswer } from '../../functions/shop/shipping/port.ts';
import type { SagaFunction } from '../../infra/sagas/order-saga.ts';
import { seededRandom } from '../../local/faults/seeded-random.ts';
import { ExecutionRefused } from '../../local/states/executions.ts';
import { openStateMachine } from '../../local/states/state-machine.ts';
import { befallen, dealer } from './befalling.ts';
import { functionIn, orderSagaDefinition } from './definition.ts';
import { openOutside } from './outside.ts';
import type { Plan } from './plan.ts';
import { type Needs, type Steps, stepsOf } from './steps.ts';
import { aki, NAME, openWorld, orderId, wanted } from './world.ts';

const definition = orderSagaDefinition();
/** A person repairs what is broken and has a failed saga go on, this often at most. */
const MOST_REDRIVES = 3;
/** Late answers and functions that work on for nobody have all had their say by then. */
const EVERYTHING_IS_OVER_MS = 3 * 3_600_000;

const isFunction = (name: string, steps: Steps): name is SagaFunction => Object.hasOwn(steps, name);

/** Lets one order live through a plan, and everything that is under way come to its end. */
export const runCase = async (plan: Plan, seed: number, makeSteps: (needs: Needs) => Steps = stepsOf) => {
  const world = await openWorld(seed, plan.inStock ?? wanted[1].inStock);
  const { clock, store, decide, context } = world;
  const book = orderBook(decide);
  const functions = dealer(plan.functions);
  const calls: string[] = [];
  const cancellations: string[] = [];
  const started: string[] = [];

  const refusedIsFine = (run: () => void) => {
    try {
      run();
    } catch (error) {
      if (!(error instanceof ExecutionRefused)) throw error;
    }
  };
  const executions: Executions = {
    start: async (name, input) => refusedIsFine(() => void started.push(machine.start({ name, input }).arn)),
    answer: async (replyTo, answer) => refusedIsFine(() => machine.succeed(replyTo, answer)),
  };
  const takeAnswer = carrierAnswered({ book, executions, correlationOf: async () => 'journey-1' });
  const outside = openOutside(plan, clock, (answer: CarrierAnswer) => takeAnswer(answer, clock.now()));
  const steps = makeSteps({ book, ...outside, executions });

  const eventsOf = async (stream: string): Promise<readonly Recorded[]> => (await store.read(stream)).events;
  const orderEvents = () => eventsOf(streamName('order', orderId));
  const cancelling = cancelOrder({ carrier: { lookUp: async () => undefined }, decide });
  const start = startOrderSaga({ executions });
  /** What the bus brings the starter, twice if the plan has it so. */
  const tellStarter = async () => {
    for (const event of await orderEvents()) {
      const told = heard('start-order-saga', event);
      for (let time = 0; told && time < (plan.startsToldTwice ? 2 : 1); time++) await start(told);
    }
  };
  const cancel = async () => {
    const caller = { memberId: aki, isStaff: false };
    const { outcome } = await cancelling({ orderId, reason: 'thought better of it', caller }, context());
    cancellations.push(outcome);
    await tellStarter();
  };

  const invoke = async (arn: string, payload: unknown) => {
    const name = functionIn(arn);
    if (!isFunction(name, steps)) throw new Error(`nobody does ${name}`);
    calls.push(name);
    const isFirst = calls.filter((call) => call === name).length === 1;
    const cancels = plan.cancelling && 'what' in plan.cancelling && plan.cancelling.what === name && isFirst;
    if (cancels && plan.cancelling?.when === 'before') await cancel();
    const trouble = functions.next(name);
    return befallen(trouble, clock, async (dies) => {
      const run = () => steps[name](payload);
      const answer = await (dies ? world.dyingBeforeCommit(run) : run());
      if (cancels && plan.cancelling?.when === 'after') await cancel();
      return answer;
    });
  };
  const machine = openStateMachine({ definition, timers: clock, random: seededRandom(seed, 'jitter'), invoke });

  /** As EventBridge tells of an execution that ended badly. */
  const tellOfEnd = async (arn: string) => {
    const ended = machine.find(arn);
    if (ended?.status !== 'FAILED') return;
    const { status, input, redriveCount } = ended;
    const event = { time: clock.now().toISOString(), detail: { status, input, redriveCount } };
    await sagaEnded({ book })(SagaEnded.parse(event));
  };
  const runToEnd = async () => {
    for (let next = 0; next < started.length; next++) {
      const arn = started[next];
      if (arn === undefined) continue;
      await clock.until(machine.ended(arn));
      await tellOfEnd(arn);
      for (let redrive = 0; machine.find(arn)?.status === 'FAILED' && redrive < MOST_REDRIVES; redrive++) {
        functions.repair();
        outside.repair();
        machine.redrive(arn);
        await clock.until(machine.ended(arn));
        await tellOfEnd(arn);
      }
    }
  };

  const placedAt = clock.now();
  const placing = placeOrder({ newOrderId: () => orderId, gateway: outside.gateway, decide });
  const items = wanted.map(({ productId, quantity }) => ({ productId, quantity }));
  const placed = await placing(
    {
      memberId: aki,
      items,
      payment: { cardNumber: plan.card ?? '4242424242424242' },
      shippingAddress: {
        name: NAME,
        postalCode: plan.postalCode ?? '150-0001',
        country: 'JP',
        line1: '1-2-3 Jingumae',
      },
    },
    context(),
  );
  if (plan.memberLeaves) await world.vault.erase(aki);
  if (plan.cancelling?.when === 'at once') await cancel();
  await tellStarter();
  await runToEnd();
  if (plan.cancelling?.when === 'when confirmed' || plan.cancelling?.when === 'twice, when confirmed') {
    await cancel();
    if (plan.cancelling.when === 'twice, when confirmed') await cancel();
    await runToEnd();
  }
  const endedAfterMs = clock.now().getTime() - placedAt.getTime();
  await clock.elapse(EVERYTHING_IS_OVER_MS);
  await runToEnd();

  return {
    placed,
    calls,
    cancellations,
    endedAfterMs,
    executions: started.map((arn) => machine.find(arn)),
    history: JSON.stringify(started.flatMap((arn) => machine.history(arn))),
    order: await orderEvents(),
    stocks: await Promise.all(wanted.map(({ productId }) => eventsOf(streamName('stock', productId)))),
    payment: outside.ledger.get(orderId),
    parcel: outside.carrier.parcels.get(orderId),
  };
};
export type Life = Awaited<ReturnType<typeof runCase>>;
