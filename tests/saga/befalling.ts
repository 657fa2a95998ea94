import type { InvokeResult } from '../../local/ports.ts';
import type { VirtualClock } from '../../local/states/virtual-clock.ts';
import type { Befalls, Trouble } from './plan.ts';

/** Longer than any step may take. */
const LATE_MS = 90_000;

/** Deals out what is planned, as often as it is planned, until somebody repairs everything. */
export const dealer = <What extends string, Kind>(planned: readonly Befalls<What, Kind>[] = []) => {
  const left = planned.map((one) => ({ ...one, times: one.often === 'once' ? 1 : Number.POSITIVE_INFINITY }));
  return {
    next(what: What): Kind | undefined {
      const one = left.find((candidate) => candidate.what === what && candidate.times > 0);
      if (!one) return undefined;
      one.times -= 1;
      return one.kind;
    },
    repair(): void {
      for (const one of left) one.times = 0;
    },
  };
};

const died: InvokeResult = { ok: false, errorType: 'Runtime.ExitError', errorMessage: 'the function died' };
const silence = () => new Promise<never>(() => {});

/** Runs a function as Lambda would, with whatever befalls it. */
export const befallen = async (
  trouble: Trouble | undefined,
  clock: VirtualClock,
  work: (dies?: 'before its commit') => Promise<unknown>,
): Promise<InvokeResult> => {
  switch (trouble) {
    case undefined:
      return answerOf(() => work());
    case 'transient':
      return { ok: false, errorType: 'TransientFault', errorMessage: 'AWS did not answer' };
    case 'bug':
      return { ok: false, errorType: 'TypeError', errorMessage: 'undefined is not a function' };
    case 'crash-before':
      return died;
    case 'crash-between':
      return answerOf(() => work('before its commit'));
    case 'crash-after':
      await answerOf(() => work());
      return died;
    case 'hang-before':
      return silence();
    case 'hang-after':
      await answerOf(() => work());
      return silence();
    case 'works-late':
      clock.at(clock.now().getTime() + LATE_MS, () => void answerOf(() => work()));
      return silence();
  }
};

/** What a function dies of that dies in the middle. */
export class Died extends Error {
  override readonly name = 'Runtime.ExitError';
}

const answerOf = async (work: () => Promise<unknown>): Promise<InvokeResult> => {
  try {
    return { ok: true, payload: (await work()) ?? null };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { ok: false, errorType: name, errorMessage: message };
  }
};
