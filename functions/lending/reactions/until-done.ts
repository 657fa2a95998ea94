import type { Outcome } from '../../platform/outcome.ts';

/** What one commit can hold has an end: asks again until there was nothing left to tell. Losing too many races is a fault. */
export const untilDone = async (step: (round: number) => Promise<Outcome<number, never>>): Promise<void> => {
  for (let round = 0; ; round++) {
    const result = await step(round);
    if (result.outcome !== 'accepted') throw new Error(`ended ${result.outcome}`);
    if (result.answer === 0) return;
  }
};
