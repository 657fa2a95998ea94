import * as z from 'zod';
import type { Json, MapState, ParallelState } from './asl-states.ts';
import type { StateDefinition } from './definition.ts';
import { evaluateInput, evaluatePath, evaluateResult, evaluateTemplate } from './evaluate.ts';
import { Cancelled, type Fiber } from './fiber.ts';
import { fanEvents } from './history-events.ts';
import type { NewEvent } from './journal.ts';
import type { Attempt } from './run-task.ts';
import { Failure, failureIn, StateFailed, stateFailure } from './state-failure.ts';

/** Runs the states of a scope to their end. */
export type RunScope = (scope: StateDefinition['scopes'][number], fiber: Fiber, input: Json) => Promise<Json>;

/** An inline Map works on so many items at once unless it says otherwise. */
const MAP_CONCURRENCY = 40;

const lastOf = (fiber: Fiber, lines: readonly Fiber[]): number =>
  Math.max(fiber.last, ...lines.map(({ last }) => last));

/** Work on several lines at once; the first failure ends the others, and it is the same failure when the attempt is run again. */
const fanOut = async (
  fiber: Fiber,
  place: string,
  lines: readonly Fiber[],
  failedEvent: NewEvent,
  work: (signal: AbortSignal) => Promise<Json[]>,
): Promise<Json[]> => {
  const before = fiber.recall(`${place}:failed`);
  if (before !== undefined) throw new StateFailed(Failure.parse(before));
  if (fiber.signal.aborted) throw new Cancelled();
  const siblings = new AbortController();
  const end = () => siblings.abort();
  fiber.signal.addEventListener('abort', end);
  try {
    return await work(siblings.signal);
  } catch (error) {
    siblings.abort();
    const failure = failureIn(error);
    fiber.last = lastOf(fiber, lines);
    if (failure) fiber.note(`${place}:failed`, z.json().parse(failure), [failedEvent]);
    throw error;
  } finally {
    fiber.signal.removeEventListener('abort', end);
  }
};

const began = (fiber: Fiber, place: string, event: NewEvent) =>
  void fiber.once(`${place}:began`, () => ({ value: true, events: [event] }));

const joined = (fiber: Fiber, place: string, lines: readonly Fiber[], event: NewEvent): void => {
  fiber.last = lastOf(fiber, lines);
  void fiber.once(`${place}:joined`, () => ({ value: true, events: [event] }));
};

/** One attempt of a Parallel state: all branches, each with the same input. */
export const attemptParallel = async (
  state: ParallelState & StateDefinition,
  { place, input, context }: Attempt,
  fiber: Fiber,
  runScope: RunScope,
): Promise<Json> => {
  const given = await evaluateInput(state, input, context());
  began(fiber, place, fanEvents.parallelStarted());
  const lines: Fiber[] = [];
  const results = await fanOut(fiber, place, lines, fanEvents.parallelFailed(), (signal) => {
    lines.push(...state.scopes.map((_, branch) => fiber.child(`${place}/b${branch}/`, signal)));
    return Promise.all(state.scopes.map((scope, branch) => runScope(scope, lines[branch] ?? fiber, given)));
  });
  joined(fiber, place, lines, fanEvents.parallelSucceeded());
  return evaluateResult(state, input, results, context());
};

/** Runs `work` for every index below `count`, at most `limit` at once. */
const limited = async <T>(count: number, limit: number, work: (index: number) => Promise<T>): Promise<T[]> => {
  const results: T[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < count; index = next++) results[index] = await work(index);
  };
  await Promise.all(Array.from({ length: Math.min(limit, count) }, worker));
  return results;
};

const Items = z.array(z.json());

const itemsOf = async (state: MapState, { input, context }: Attempt): Promise<Json[]> => {
  const given = await evaluateInput({ InputPath: state.InputPath }, input, context());
  const found = state.ItemsPath === undefined ? given : await evaluatePath(state, state.ItemsPath, given, context());
  const items = Items.safeParse(found);
  if (items.success) return items.data;
  throw stateFailure('States.Runtime', 'The items of a Map state must be an array', false);
};

const concurrency = async (state: MapState, { input, context }: Attempt): Promise<number> => {
  const { MaxConcurrency = 0, MaxConcurrencyPath } = state;
  const wanted =
    MaxConcurrencyPath === undefined
      ? MaxConcurrency
      : z.number().parse(await evaluatePath(state, MaxConcurrencyPath, input, context()));
  return wanted === 0 ? MAP_CONCURRENCY : wanted;
};

/** The work on one item, with its own events. */
const iterate = async (
  state: MapState & StateDefinition,
  { place, input, context }: Attempt,
  line: Fiber,
  item: { Index: number; Value: Json },
  runScope: RunScope,
): Promise<Json> => {
  const [scope] = state.scopes;
  if (!scope) return null;
  const { Index: index, Value } = item;
  const at = `${place}/i${index}`;
  line.once(`${at}:began`, () => ({ value: true, events: [fanEvents.iteration('Started', state.name, index)] }));
  const template = state.ItemSelector ?? state.Parameters;
  const seen = { ...context(), Map: { Item: item } };
  const given = template === undefined ? Value : await evaluateTemplate(state, 'item', template, input, seen);
  try {
    const output = await runScope(scope, line, given);
    line.once(`${at}:ended`, () => ({ value: true, events: [fanEvents.iteration('Succeeded', state.name, index)] }));
    return output;
  } catch (error) {
    if (failureIn(error) && !line.signal.aborted)
      line.note(`${at}:failed`, true, [fanEvents.iteration('Failed', state.name, index)]);
    throw error;
  }
};

/** One attempt of a Map state: the work on every item. */
export const attemptMap = async (
  state: MapState & StateDefinition,
  attempt: Attempt,
  fiber: Fiber,
  runScope: RunScope,
): Promise<Json> => {
  const { place, input, context } = attempt;
  const items = await itemsOf(state, attempt);
  const limit = await concurrency(state, attempt);
  began(fiber, place, fanEvents.mapStarted(items.length));
  const lines: Fiber[] = [];
  const results = await fanOut(fiber, place, lines, fanEvents.mapFailed(), (signal) =>
    limited(items.length, limit, (Index) => {
      const item = { Index, Value: items[Index] ?? null };
      const line = fiber.child(`${place}/i${Index}/`, signal, item);
      lines.push(line);
      return iterate(state, attempt, line, item, runScope);
    }),
  );
  joined(fiber, place, lines, fanEvents.mapSucceeded());
  return evaluateResult(state, input, results, context());
};
