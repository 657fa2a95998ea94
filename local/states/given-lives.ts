// Test words: an execution whose process is killed again and again, on one store and one clock.
import * as z from 'zod';
import type { InvokeResult } from '../ports.ts';
import type { Execution, ExecutionStore, HistoryEvent } from './execution-store.ts';
import { memoryStore, openStateMachine } from './state-machine.ts';
import { virtualClock } from './virtual-clock.ts';

type Machine = ReturnType<typeof openStateMachine>;

const Payload = z.looseObject({ token: z.string().optional(), retry: z.number().optional() }).catch({});
const isLate = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'TaskTimedOut';

/** Calls `wrote` after every transaction. */
const watched = (store: ExecutionStore, wrote: () => void): ExecutionStore => ({
  ...store,
  atomically: (work) => {
    const result = store.atomically(work);
    wrote();
    return result;
  },
});

/**
 * One execution, with the process killed after each of these writes (numbers count on through all processes). Functions
 * answer the same to the same payload, but for `flaky`, which fails at its first attempt; `before` is the history at the last kill.
 */
export const lifeOf = async (definition: object, input: object, kills: readonly number[] = []) => {
  const clock = virtualClock();
  const inner = memoryStore();
  const arn = 'arn:aws:states:ap-northeast-1:000000000000:execution:small:one';
  let writes = 0;
  let before: HistoryEvent[] = [];
  let machine: Machine | undefined;
  let isDead = false;
  const kill = () => {
    if (!kills.includes(++writes)) return;
    before = inner.history(arn, { limit: 100_000 });
    machine?.halt();
    isDead = true;
    clock.at(clock.now().getTime(), open);
  };
  const answerLater = (token: string) =>
    clock.at(clock.now().getTime() + 7_000, () => {
      try {
        machine?.succeed(token, 'asked');
      } catch (error) {
        if (!isLate(error)) throw error;
      }
    });
  const invoke = async (name: string, payload: unknown): Promise<InvokeResult> => {
    if (name === 'hang') return new Promise(() => undefined);
    const { token, retry } = Payload.parse(payload);
    if (token !== undefined) answerLater(token);
    if (name === 'flaky' && retry === 0) return { ok: false, errorType: 'Flaky', errorMessage: 'once' };
    return { ok: true, payload };
  };
  const open = () => {
    isDead = false;
    machine = openStateMachine({
      definition,
      name: 'small',
      store: watched(inner, kill),
      timers: clock,
      random: () => 0.5,
      invoke,
    });
    // It may have been killed while it took up what was left.
    if (isDead) machine.halt();
  };
  open();
  machine?.start({ name: 'one', input });
  const ended = async (): Promise<Execution> => {
    for (;;) {
      const found = inner.find(arn);
      if (found && found.status !== 'RUNNING') return found;
      await clock.elapse(1_000);
    }
  };
  const execution = await ended();
  return { execution, before, writes, history: inner.history(arn, { limit: 100_000 }) };
};
