import type { Difference } from './differences.ts';

/**
 * Differences from the last release that somebody meant, each with its reason. Emptied when the next release is recorded
 * (`node infra/release/record.ts`).
 */
export const acknowledged: readonly (Difference & { because: string })[] = [];
