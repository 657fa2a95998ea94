import * as z from 'zod';
import type { Json, TaskState } from './asl-states.ts';
import type { StateDefinition } from './definition.ts';
import { type Context, evaluateInput, evaluatePath, evaluateResult } from './evaluate.ts';
import { Cancelled, type Fiber } from './fiber.ts';
import { taskEvents } from './history-events.ts';
import { newToken, type Outcome } from './open-tasks.ts';
import { Failure, StateFailed } from './state-failure.ts';
import { taskOutcome } from './task-result.ts';

const Invocation = z.object({ FunctionName: z.string(), Payload: z.json().optional() });
const Scheduled = z.object({
  at: z.number(),
  resource: z.string(),
  region: z.string(),
  parameters: z.json(),
  token: z.string().optional(),
  timeoutSeconds: z.number().optional(),
  heartbeatSeconds: z.number().optional(),
});
type Scheduled = z.infer<typeof Scheduled>;
const Noted = z.union([
  z.object({ ok: z.literal(true), result: z.json() }),
  z.object({ ok: z.literal(false), failure: Failure }),
]);
const Instant = z.number();

type Task = TaskState & StateDefinition;

/** Where one attempt of a task stands: its place in the journal and what it sees. */
export interface Attempt {
  place: string;
  input: Json;
  context: (token?: string) => Context;
}

const seconds = async (state: Task, given: number | undefined, path: string | undefined, attempt: Attempt) =>
  path === undefined ? given : Instant.parse(await evaluatePath(state, path, attempt.input, attempt.context()));

const waitsForToken = ({ Resource }: TaskState) => Resource.endsWith('.waitForTaskToken');
const isPlain = ({ Resource }: TaskState) => Resource.startsWith('arn:aws:lambda:');

/** Evaluates what the task is given, and notes it: from here on its clocks run. */
const schedule = async (state: Task, attempt: Attempt, fiber: Fiber): Promise<Scheduled> => {
  const place = `${attempt.place}:scheduled`;
  const known = fiber.recall(place);
  if (known !== undefined) return Scheduled.parse(known);
  const { execution, timers } = fiber.ground;
  const token = waitsForToken(state) ? newToken(execution.arn, attempt.place) : undefined;
  const scheduled: Scheduled = {
    at: timers.now().getTime(),
    resource: state.Resource,
    region: execution.arn.split(':')[3] ?? '',
    parameters: await evaluateInput(state, attempt.input, attempt.context(token)),
    token,
    timeoutSeconds: await seconds(state, state.TimeoutSeconds, state.TimeoutSecondsPath, attempt),
    heartbeatSeconds: await seconds(state, state.HeartbeatSeconds, state.HeartbeatSecondsPath, attempt),
  };
  const value = z.json().parse(JSON.parse(JSON.stringify(scheduled)));
  fiber.note(place, value, taskEvents.scheduled(scheduled));
  return scheduled;
};

/** One attempt that has been scheduled, until it has an outcome. */
class RunningTask {
  readonly #fiber: Fiber;
  readonly #state: Task;
  readonly #place: string;
  readonly #scheduled: Scheduled;
  readonly #cleanUps: (() => void)[] = [];
  readonly #done: (outcome: Outcome) => void;
  #cancelBeat: () => void = () => undefined;

  constructor(fiber: Fiber, state: Task, place: string, scheduled: Scheduled, done: (outcome: Outcome) => void) {
    this.#fiber = fiber;
    this.#state = state;
    this.#place = place;
    this.#scheduled = scheduled;
    this.#done = done;
  }

  /** Starts its clocks, opens its token and calls its function; answers how to clean up. */
  begin(): () => void {
    const { timeoutSeconds, at, token } = this.#scheduled;
    const { tasks } = this.#fiber.ground;
    if (timeoutSeconds !== undefined) this.#cleanUps.push(this.#failAt(at + timeoutSeconds * 1_000, 'States.Timeout'));
    this.#watchHeart();
    if (token !== undefined) {
      tasks.set(token, { settle: (outcome) => this.#settle(outcome), beat: () => this.#beat() });
      this.#cleanUps.push(() => tasks.delete(token));
    }
    if (!this.#fiber.ground.journal.recall(`${this.#place}:submitted`)) void this.#call();
    return () => {
      this.#cancelBeat();
      for (const cleanUp of this.#cleanUps) cleanUp();
    };
  }

  async #call(): Promise<void> {
    const { execution, invoke } = this.#fiber.ground;
    const { parameters, resource, token } = this.#scheduled;
    const { roleArn, traceHeader } = execution;
    const plain = isPlain(this.#state);
    const asked = plain ? { FunctionName: resource, Payload: parameters } : Invocation.safeParse(parameters).data;
    if (!asked) {
      const cause = 'The Parameters of lambda:invoke must name a function';
      return void this.#settle({ ok: false, failure: { error: 'States.Runtime', cause, catchable: false } });
    }
    const call = { functionName: asked.FunctionName, payload: asked.Payload ?? {}, roleArn, traceHeader };
    const outcome = taskOutcome(await invoke(call), plain);
    if (outcome.ok && token !== undefined) this.#submitted(outcome.result);
    else this.#settle(outcome);
  }

  #submitted(output: Json): void {
    const { signal, ground } = this.#fiber;
    if (signal.aborted || ground.journal.recall(`${this.#place}:outcome`)) return;
    this.#fiber.note(`${this.#place}:submitted`, true, [taskEvents.submitted(this.#scheduled, output)]);
  }

  #settle(outcome: Outcome): boolean {
    const { signal, ground } = this.#fiber;
    const place = `${this.#place}:outcome`;
    if (signal.aborted || ground.journal.recall(place)) return false;
    const event = outcome.ok
      ? taskEvents.succeeded(this.#scheduled, outcome.result)
      : taskEvents.failed(this.#scheduled, outcome.failure);
    this.#fiber.note(place, z.json().parse(outcome), [event]);
    this.#done(outcome);
    return true;
  }

  #failAt(instant: number, error: string): () => void {
    return this.#fiber.ground.timers.at(
      instant,
      () => void this.#settle({ ok: false, failure: { error, catchable: true } }),
    );
  }

  #watchHeart(): void {
    const { heartbeatSeconds, at } = this.#scheduled;
    if (heartbeatSeconds === undefined) return;
    const beat = Instant.catch(at).parse(this.#fiber.ground.journal.recall(`${this.#place}:beat`)?.value);
    this.#cancelBeat();
    this.#cancelBeat = this.#failAt(beat + heartbeatSeconds * 1_000, 'States.HeartbeatTimeout');
  }

  #beat(): void {
    const { ground } = this.#fiber;
    this.#fiber.note(`${this.#place}:beat`, ground.timers.now().getTime(), []);
    this.#watchHeart();
  }
}

const awaited = (state: Task, { place }: Attempt, scheduled: Scheduled, fiber: Fiber): Promise<Outcome> =>
  fiber.held((resolve) => new RunningTask(fiber, state, place, scheduled, resolve).begin());

/** One attempt of a task: scheduled once, called until there is an outcome, which is noted before anything follows from it. */
export const attemptTask = async (state: Task, attempt: Attempt, fiber: Fiber): Promise<Json> => {
  if (fiber.signal.aborted) throw new Cancelled();
  const scheduled = await schedule(state, attempt, fiber);
  if (fiber.ground.journal.recall(`${attempt.place}:submitted`)) fiber.recall(`${attempt.place}:submitted`);
  const known = fiber.recall(`${attempt.place}:outcome`);
  const outcome: Outcome = known === undefined ? await awaited(state, attempt, scheduled, fiber) : Noted.parse(known);
  if (!outcome.ok) throw new StateFailed(outcome.failure);
  return evaluateResult(state, attempt.input, outcome.result, attempt.context(scheduled.token));
};
