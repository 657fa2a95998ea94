import type { Execution } from './execution-store.ts';

/** An execution may be redriven for so long after it ended. */
const REDRIVABLE_MS = 14 * 24 * 3_600 * 1_000;

/** Why an execution cannot be redriven now; undefined when it can. */
export const whyNotRedrivable = ({ status, stopDate, redriveCount }: Execution, now: Date): string | undefined => {
  if (status === 'RUNNING') return 'Execution is RUNNING and cannot be redriven';
  if (status === 'SUCCEEDED') return 'Execution is SUCCEEDED and cannot be redriven';
  if (redriveCount >= 1_000) return 'Execution redrive limit exceeded';
  return stopDate !== null && now.getTime() - stopDate > REDRIVABLE_MS ? 'Execution is older than 14 days' : undefined;
};
