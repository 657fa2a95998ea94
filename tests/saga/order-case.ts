import type { Recorded } from '../../events/envelope.ts';
import { streamName } from '../../events/stream-name.ts';
import { heard } from '../../functions/platform/listener/heard.ts';
import { cancelOrder } from '../../functions/shop/commands/cancel-order/cancel-order.ts';
import { startOrderSaga } from '../../functions/shop/reactions/start-order-saga/react.ts';
import { carrierAnswered } from '../../functions/shop/sagas/order/carrier-answered/carrier-answered.ts';
import type { Executions } from '../../functions/shop/sagas/order/executions.ts';
import { orderBook } from '../../functions/shop/sagas/order/order-book.ts';
import { SagaEnded, sagaEnded } from '../../functions/shop/sagas/order/saga-ended/saga-ended.ts';
import type { SagaFunction } from '../../infra/sagas/order-saga.ts';
import { seededRandom } from '../../local/faults/seeded-random.ts';
import type { InvokeResult } from '../../local/ports.ts';
import { ExecutionRefused } from '../../local/states/executions.ts';
import { openStateMachine } from '../../local/states/state-machine.ts';
import { befallen, dealer } from './befalling.ts';
import { functionIn, orderSagaDefinition } from './definition.ts';
import { openOutside } from './outside.ts';
import type { Plan, Trouble } from './plan.ts';
import type { Needs, Steps } from './steps.ts';
import { aki, orderId, type World } from './world.ts';

const definition = orderSagaDefinition();
/** A person repairs what is broken and has a failed saga go on, this often at most. */
const MOST_REDRIVES = 3;

const isFunction = (name: string, steps: Steps): name is SagaFunction => Object.hasOwn(steps, name);

const refusedIsFine = (run: () => void) => {
  try {
    run();
  } catch (error) {
    if (!(error instanceof ExecutionRefused)) throw error;
  }
};

/** Everything around one order that follows it by itself: the bus, its saga, the outside world, and who repairs. */
export class OrderCase {
  /** What was invoked, what became of each cancellation, and the executions, each in order. */
  readonly calls: string[] = [];
  readonly cancellations: string[] = [];
  readonly started: string[] = [];
  readonly outside: ReturnType<typeof openOutside>;
  readonly machine: ReturnType<typeof openStateMachine>;
  private readonly plan: Plan;
  private readonly world: World;
  private readonly book: ReturnType<typeof orderBook>;
  private readonly functions: ReturnType<typeof dealer<SagaFunction, Trouble>>;
  private readonly executions: Executions;
  private readonly steps: Steps;

  constructor(plan: Plan, seed: number, world: World, makeSteps: (needs: Needs) => Steps) {
    const { clock, decide } = world;
    this.plan = plan;
    this.world = world;
    this.book = orderBook(decide);
    this.functions = dealer(plan.functions);
    this.executions = this.openExecutions();
    const { book, executions } = this;
    const takeAnswer = carrierAnswered({ book, executions, correlationOf: async () => 'journey-1' });
    this.outside = openOutside(plan, clock, (answer) => takeAnswer(answer, clock.now()));
    this.steps = makeSteps({ book, ...this.outside, executions });
    this.machine = openStateMachine({
      definition,
      timers: clock,
      random: seededRandom(seed, 'jitter'),
      invoke: (arn, payload) => this.invoke(functionIn(arn), payload),
    });
  }

  async eventsOf(stream: string): Promise<readonly Recorded[]> {
    return (await this.world.store.read(stream)).events;
  }

  /** What the bus brings the starter, twice if the plan has it so. */
  async tellStarter(): Promise<void> {
    const start = startOrderSaga({ executions: this.executions });
    for (const event of await this.eventsOf(streamName('order', orderId))) {
      const told = heard('start-order-saga', event);
      for (let time = 0; told && time < (this.plan.startsToldTwice ? 2 : 1); time++) await start(told);
    }
  }

  /** The member calls the order off. */
  async cancel(): Promise<void> {
    const cancelling = cancelOrder({ carrier: { lookUp: async () => undefined }, decide: this.world.decide });
    const caller = { memberId: aki, isStaff: false };
    const { outcome } = await cancelling({ orderId, reason: 'thought better of it', caller }, this.world.context());
    this.cancellations.push(outcome);
    await this.tellStarter();
  }

  /** Lets every execution come to its end; a failed one is repaired and goes on. */
  async runToEnd(): Promise<void> {
    for (let next = 0; next < this.started.length; next++) {
      const arn = this.started[next];
      if (arn === undefined) continue;
      await this.untilEnded(arn);
      for (let redrive = 0; this.hasFailed(arn) && redrive < MOST_REDRIVES; redrive++) {
        this.functions.repair();
        this.outside.repair();
        this.machine.redrive(arn);
        await this.untilEnded(arn);
      }
    }
  }

  private openExecutions(): Executions {
    return {
      start: async (name, input) =>
        refusedIsFine(() => void this.started.push(this.machine.start({ name, input }).arn)),
      answer: async (replyTo, answer) => refusedIsFine(() => this.machine.succeed(replyTo, answer)),
    };
  }

  private async invoke(name: string, payload: unknown): Promise<InvokeResult> {
    const { plan, world } = this;
    const doers = this.steps;
    if (!isFunction(name, doers)) throw new Error(`nobody does ${name}`);
    this.calls.push(name);
    const isFirst = this.calls.filter((call) => call === name).length === 1;
    const { cancelling } = plan;
    const cancels = isFirst && cancelling && 'what' in cancelling && cancelling.what === name;
    if (cancels && cancelling.when === 'before') await this.cancel();
    return befallen(this.functions.next(name), world.clock, async (dies) => {
      const run = () => doers[name](payload);
      const answer = await (dies ? world.dyingBeforeCommit(run) : run());
      if (cancels && cancelling.when === 'after') await this.cancel();
      return answer;
    });
  }

  private hasFailed(arn: string): boolean {
    return this.machine.find(arn)?.status === 'FAILED';
  }

  private async untilEnded(arn: string): Promise<void> {
    await this.world.clock.until(this.machine.ended(arn));
    if (this.hasFailed(arn)) await this.tellOfFailure(arn);
  }

  /** As EventBridge tells of an execution that ended badly. */
  private async tellOfFailure(arn: string): Promise<void> {
    const { status, input, redriveCount } = this.machine.find(arn) ?? {};
    const event = { time: this.world.clock.now().toISOString(), detail: { status, input, redriveCount } };
    await sagaEnded({ book: this.book })(SagaEnded.parse(event));
  }
}
