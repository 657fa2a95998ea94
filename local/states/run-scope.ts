import * as z from 'zod';
import type { Catcher, FailState, Json, WaitState } from './asl-states.ts';
import type { Scope, StateDefinition } from './definition.ts';
import { type Context, evaluateChoice, evaluateInput, evaluatePath, evaluateResult } from './evaluate.ts';
import type { Fiber } from './fiber.ts';
import { stateEvents } from './history-events.ts';
import { retrying } from './retrying.ts';
import { attemptMap, attemptParallel } from './run-fan.ts';
import { type Attempt, attemptTask } from './run-task.ts';
import { failureIn, firstMatch, stateFailure } from './state-failure.ts';

/** Where a state led, and with what; `next` is null at an end. */
const Step = z.object({ output: z.json(), next: z.string().nullable() });
type Step = z.infer<typeof Step>;

/** Step Functions ends an execution that has written so much. */
const HISTORY_LIMIT = 25_000;

interface Visit {
  place: string;
  input: Json;
  fiber: Fiber;
  context: (attempt?: number, token?: string) => Context;
}

const nextOf = (state: { Next?: string | undefined }): string | null => state.Next ?? null;

const dueAt = async (state: WaitState, { input, fiber, context }: Visit): Promise<number> => {
  const value = async (path: string) => evaluatePath(state, path, input, context());
  const now = fiber.ground.timers.now().getTime();
  const { Seconds, SecondsPath, Timestamp, TimestampPath } = state;
  if (TimestampPath !== undefined) return Date.parse(z.string().parse(await value(TimestampPath)));
  if (Timestamp !== undefined) return Date.parse(Timestamp);
  return now + 1_000 * (SecondsPath === undefined ? (Seconds ?? 0) : z.number().parse(await value(SecondsPath)));
};

const wait = async (state: WaitState, visit: Visit): Promise<void> => {
  const { fiber, place } = visit;
  const known = fiber.recall(`${place}:until`);
  const until = known ?? fiber.note(`${place}:until`, await dueAt(state, visit), []);
  await fiber.until(z.number().parse(until));
};

const fail = async (state: FailState, { input, context }: Visit): Promise<never> => {
  const said = async (text: string | undefined, path: string | undefined) =>
    path === undefined ? text : z.string().parse(await evaluatePath(state, path, input, context()));
  const cause = await said(state.Cause, state.CausePath);
  throw stateFailure((await said(state.Error, state.ErrorPath)) ?? '', cause);
};

/** What a state does, without what happens when it fails. */
const work = async (state: StateDefinition, visit: Visit): Promise<Step> => {
  const { place, input, fiber, context } = visit;
  const attemptOf = (attempt: number): Attempt => ({
    place: `${place}:${attempt}`,
    input,
    context: (token) => context(attempt, token),
  });
  switch (state.Type) {
    case 'Task': {
      const output = await retrying(state, place, fiber, (n) => attemptTask(state, attemptOf(n), fiber));
      return { output, next: nextOf(state) };
    }
    case 'Parallel': {
      const output = await retrying(state, place, fiber, (n) => attemptParallel(state, attemptOf(n), fiber, runScope));
      return { output, next: nextOf(state) };
    }
    case 'Map': {
      const output = await retrying(state, place, fiber, (n) => attemptMap(state, attemptOf(n), fiber, runScope));
      return { output, next: nextOf(state) };
    }
    case 'Pass': {
      const given = await evaluateInput(state, input, context());
      return { output: await evaluateResult(state, input, state.Result ?? given, context()), next: nextOf(state) };
    }
    case 'Wait': {
      const given = await evaluateInput(state, input, context());
      await wait(state, { ...visit, input: given });
      return { output: await evaluateResult(state, input, given, context()), next: nextOf(state) };
    }
    case 'Choice':
      return evaluateChoice(state, input, context());
    case 'Succeed': {
      const given = await evaluateInput(state, input, context());
      return { output: await evaluateResult(state, input, given, context()), next: null };
    }
    case 'Fail':
      return fail(state, visit);
  }
};

const catchersOf = (state: StateDefinition): readonly Catcher[] => ('Catch' in state ? state.Catch : []);

/** The work of a state; a failure that one of its catchers names leads there. */
const caught = async (state: StateDefinition, visit: Visit): Promise<Step> => {
  try {
    return await work(state, visit);
  } catch (error) {
    const failure = failureIn(error);
    const catcher = failure && firstMatch(catchersOf(state), failure, state.Type === 'Task');
    if (!catcher) throw error;
    const output = { Error: failure.error, ...(failure.cause !== undefined && { Cause: failure.cause }) };
    return { output: await evaluateResult(catcher, visit.input, output, visit.context()), next: catcher.Next };
  }
};

const visitState = async (state: StateDefinition, place: string, input: Json, fiber: Fiber): Promise<Step> => {
  const left = fiber.recall(`${place}:exited`);
  if (left !== undefined) return Step.parse(left);
  const { name, Type } = state;
  const { timers, journal } = fiber.ground;
  if (journal.lastId >= HISTORY_LIMIT) throw stateFailure('States.Runtime', 'The history is too long', false);
  const enteredAt = fiber.once(`${place}:entered`, () => ({
    value: timers.now().toISOString(),
    events: [stateEvents.entered(Type, name, input)],
  }));
  const context: Visit['context'] = (attempt = 0, token) => fiber.context(name, enteredAt, attempt, token);
  const step = await caught(state, { place, input, fiber, context });
  fiber.note(`${place}:exited`, step, [stateEvents.exited(Type, name, step.output)]);
  return step;
};

/** Runs the states of a scope from its first to an end, and answers the output of the last. Throws a `StateFailed`. */
export const runScope = async (scope: Scope, fiber: Fiber, input: Json): Promise<Json> => {
  let [name, value]: [string, Json] = [scope.startAt, input];
  for (let visited = 0; ; visited++) {
    const state = scope.states.get(name);
    if (!state) throw stateFailure('States.Runtime', `There is no state ${name}`, false);
    const { output, next } = await visitState(state, `${fiber.path}${visited}`, value, fiber);
    if (next === null) return output;
    [name, value] = [next, output];
  }
};
