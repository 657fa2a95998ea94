// Test words: a state machine on a virtual clock, with functions that do what the test says.
import { seededRandom } from '../faults/seeded-random.ts';
import type { InvokeResult } from '../ports.ts';
import type { Execution, ExecutionStore } from './execution-store.ts';
import { memoryStore, openStateMachine } from './state-machine.ts';
import { virtualClock } from './virtual-clock.ts';

/** What a function does: its answer, or what it throws. */
export type Work = (payload: unknown) => unknown;

/** Thrown by a function under test, under the name that Step Functions sees. */
export const named = (name: string, message = 'on purpose'): Error => Object.assign(new Error(message), { name });

/** Never answers. */
export const hangs: Work = () => new Promise(() => undefined);

const answered = async (work: Work | undefined, payload: unknown): Promise<InvokeResult> => {
  try {
    return { ok: true, payload: await work?.(payload) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : named('Error', String(error));
    return { ok: false, errorType: name, errorMessage: message };
  }
};

/** A Task state that calls a function with the input of the state. */
export const task = (FunctionName: string, fields: object = { End: true }) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName, 'Payload.$': '$' },
  OutputPath: '$.Payload',
  ...fields,
});

/** A Task state that gives its token to a function and waits for the answer. */
export const tokenTask = (FunctionName: string, fields: object = { End: true }) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Parameters: { FunctionName, Payload: { 'token.$': '$$.Task.Token' } },
  ...fields,
});

/** A definition that begins with the first of its states. */
export const machineOf = (States: Readonly<Record<string, object>>, fields: object = {}) => ({
  StartAt: Object.keys(States)[0] ?? '',
  States,
  ...fields,
});

export const givenMachine = (
  definition: object,
  works: Readonly<Record<string, Work>> = {},
  parts: GivenParts = {},
) => {
  const { store = memoryStore(), clock = virtualClock(), random = seededRandom(1, 'jitter') } = parts;
  const calls: { at: number; name: string; payload: unknown }[] = [];
  const begin = clock.now().getTime();
  const machine = openStateMachine({
    definition,
    name: 'small',
    store,
    timers: clock,
    random,
    invoke: (name, payload) => {
      calls.push({ at: (clock.now().getTime() - begin) / 1_000, name, payload });
      return answered(works[name], payload);
    },
  });
  return {
    machine,
    clock,
    store,
    calls,
    /** Runs one execution to its end; time passes as it needs. */
    run: (input: unknown = {}, name = 'one'): Promise<Execution> =>
      clock.until(machine.ended(machine.start({ name, input }).arn)),
    /** The types of the history's events. */
    story: (name = 'one') =>
      machine.history(`arn:aws:states:ap-northeast-1:000000000000:execution:small:${name}`).map(({ type }) => type),
  };
};
interface GivenParts {
  store?: ExecutionStore;
  clock?: ReturnType<typeof virtualClock>;
  random?: () => number;
}
