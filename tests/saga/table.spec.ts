import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../local/faults/seeded-random.ts';
import { brokenPromises } from './broken-promises.ts';
import { anyPlan, table } from './cases.ts';
import { runCase } from './run-case.ts';

/** `SAGA_SEED=…` runs another table of chances; a failing case prints its seed and its plan. */
const SEED = Number(process.env.SAGA_SEED ?? 1);
const CHANCES = 150;

const random = seededRandom(SEED, 'plans');
const chances = Array.from({ length: CHANCES }, (_, number) => anyPlan(random, number));

describe(`an order ends well, whatever befalls it (seed ${SEED})`, () => {
  it.each(table)('$title', async (plan) => {
    expect({ seed: SEED, broken: brokenPromises(plan, await runCase(plan, SEED)) }).toEqual({ seed: SEED, broken: [] });
  });

  it.each(chances)('$title', async (plan) => {
    const broken = brokenPromises(plan, await runCase(plan, SEED));
    expect({ seed: SEED, plan, broken }).toEqual({ seed: SEED, plan, broken: [] });
  });
});
