import { compareRows } from './compare-rows.ts';
import { compareSharedRows } from './compare-shared-rows.ts';
import type { Comparing, Comparison } from './comparison.ts';

/** Compares a generation with a fold of the event table, while listeners write it. */
export const compare = (comparing: Comparing): Promise<Comparison> => {
  const { projection } = comparing;
  return projection.kind === 'row-per-stream'
    ? compareRows(projection, comparing)
    : compareSharedRows(projection, comparing);
};
