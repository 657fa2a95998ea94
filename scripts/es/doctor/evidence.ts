import type { Recorded } from '../../../events/envelope.ts';

/** Whether an event got to those who hear it; unproven where nothing is kept that could tell. */
export type Verdict = 'arrived' | 'missing' | 'unproven';

/** Something that knows which events arrived. */
export interface Evidence {
  /** Whose word it is, for people. */
  name: string;
  /** Looks again: what arrived until now is known afterwards. */
  refresh(): Promise<void>;
  verdict(event: Recorded): Promise<Verdict>;
  close(): Promise<void>;
}

/** Of several witnesses: one that misses it outweighs all; one that has it outweighs those who cannot tell. */
export const verdictOf = (verdicts: readonly Verdict[]): Verdict => {
  if (verdicts.includes('missing')) return 'missing';
  return verdicts.includes('arrived') ? 'arrived' : 'unproven';
};
