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

type Fallible = Extract<StateDefinition, { Type: 'Task' | 'Parallel' | 'Map' }>;
type Straight = Exclude<StateDefinition, { Type: 'Choice' }>;

const dueAt = async (state: WaitState, { input, fiber, context }: Visit): Promise<number> => {
  const value = async (path: string) => evaluatePath(state, path, input, context());
  const now = fiber.ground.timers.now().getTime();
  const { Seconds, SecondsPath, Timestamp, TimestampPath } = state;
  if (TimestampPath !== undefined) return Date.parse(z.string().parse(await value(TimestampPath)));
  if (Timestamp !== undefined) return Date.parse(Timestamp);
  return now + 1_000 * (SecondsPath === undefined ? (Seconds ?? 0) : z.number().parse(await value(SecondsPath)));
};

const wait = async (state: WaitState, visit: Visit): Promise<Json> => {
  const { fiber, place, input, context } = visit;
  const given = await evaluateInput(state, input, context());
  const known = fiber.recall(`${place}:until`);
  const until = known ?? fiber.note(`${place}:until`, await dueAt(state, { ...visit, input: given }), []);
  await fiber.until(z.number().parse(until));
  return evaluateResult(state, input, given, context());
};

const fail = async (state: FailState, { input, context }: Visit): Promise<never> => {
  const said = async (text: string | undefined, path: string | undefined) =>
    path === undefined ? text : z.string().parse(await evaluatePath(state, path, input, context()));
  const cause = await said(state.Cause, state.CausePath);
  throw stateFailure((await said(state.Error, state.ErrorPath)) ?? '', cause);
};

type Attempts = (attempt: Attempt) => Promise<Json>;

const tried = (state: Fallible, { place, input, fiber, context }: Visit, attempt: Attempts): Promise<Json> =>
  retrying(state, place, fiber, (n) =>
    attempt({ place: `${place}:${n}`, input, context: (token) => context(n, token) }),
  );

/** What a state that has one way out does, without what happens when it fails. */
const outputOf = async (state: Straight, visit: Visit): Promise<Json> => {
  const { input, fiber, context } = visit;
  const given = () => evaluateInput(state, input, context());
  switch (state.Type) {
    case 'Task':
      return tried(state, visit, (attempt) => attemptTask(state, attempt, fiber));
    case 'Parallel':
      return tried(state, visit, (attempt) => attemptParallel(state, attempt, fiber, runScope));
    case 'Map':
      return tried(state, visit, (attempt) => attemptMap(state, attempt, fiber, runScope));
    case 'Pass':
      return evaluateResult(state, input, state.Result ?? (await given()), context());
    case 'Wait':
      return wait(state, visit);
    case 'Succeed':
      return evaluateResult(state, input, await given(), context());
    case 'Fail':
      return fail(state, visit);
  }
};

const work = async (state: StateDefinition, visit: Visit): Promise<Step> => {
  if (state.Type === 'Choice') return evaluateChoice(state, visit.input, visit.context());
  const output = await outputOf(state, visit);
  return { output, next: ('Next' in state ? state.Next : undefined) ?? null };
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
