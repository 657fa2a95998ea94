import type { Outcome } from './outcome.ts';

/** For a listener's command: a refusal it has no answer for, or a lost race, is a fault, so that the record comes back. */
export const settled = async <Answer, Reason extends string>(
  outcome: Promise<Outcome<Answer, Reason>>,
  answeredRefusals: readonly Reason[] = [],
): Promise<void> => {
  const result = await outcome;
  if (result.outcome === 'accepted' || result.outcome === 'repeated') return;
  if (result.outcome === 'rejected' && answeredRefusals.includes(result.reason)) return;
  throw new Error(result.outcome === 'busy' ? 'lost too many races' : `refused: ${result.reason}`);
};
