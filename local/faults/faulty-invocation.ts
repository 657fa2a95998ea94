import type { InvokeResult } from '../ports.ts';
import type { FaultKind } from './fault-table.ts';
import type { Faults } from './faults.ts';

/** How the instance that takes an invocation ends; `over` resolves when a hanging one has hung long enough, or has `ended`. */
export type InstanceFate =
  | { kind: 'crash-before' }
  | { kind: 'crash-after' }
  | { kind: 'hang'; over: (ended: Promise<unknown>) => Promise<void> };

/** Runs the function in one of its instances. */
type Run = (fate: InstanceFate | undefined) => Promise<InvokeResult>;

const kinds: readonly FaultKind[] = [
  'delay',
  'throttle',
  'error',
  'lose-answer',
  'crash-before',
  'crash-after',
  'hang',
];
const throttled: InvokeResult = { ok: false, errorType: 'TooManyRequestsException', errorMessage: 'Rate Exceeded.' };
const broken: InvokeResult = { ok: false, errorType: 'ServiceException', errorMessage: '' };

/** Runs an invocation with what the rules have for it; never rejects. */
export const faultyInvocation = async (faults: Faults, functionName: string, run: Run): Promise<InvokeResult> => {
  const struck = faults.strike('function', [functionName], kinds);
  const of = (wanted: FaultKind) => struck.find(({ kind }) => kind === wanted);
  const delay = of('delay');
  if (delay) await faults.hold(`${functionName} begins late`, delay.delayMs);
  if (of('throttle')) return throttled;
  if (of('error')) return broken;
  const hanging = of('hang');
  const result = await run(
    hanging
      ? { kind: 'hang', over: (ended) => faults.hold(`${functionName} hangs`, hanging.delayMs, ended) }
      : of('crash-before')
        ? { kind: 'crash-before' }
        : of('crash-after') && { kind: 'crash-after' },
  );
  return of('lose-answer') ? broken : result;
};
