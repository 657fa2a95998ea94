import { describe, expect, it } from 'vitest';
import { faultKinds } from './faults.ts';
import { seeded } from './random.ts';
import { runSeed } from './run-seed.ts';
import { runSeeds } from './run-seeds.ts';

const everything = Object.fromEntries(faultKinds.map((kind) => [kind, 0.1]));

describe('a simulation', () => {
  it('takes the same steps for the same seed, on either backbone, with and without faults', async () => {
    for (const backbone of ['kafka', 'eventbridge'] as const)
      for (const profile of [{}, everything])
        for (const seed of [7, 8, 9]) {
          const [first, second] = [
            await runSeed(seed, { backbone, profile }),
            await runSeed(seed, { backbone, profile }),
          ];
          expect(second.hash).toBe(first.hash);
          expect(second.steps).toBe(first.steps);
        }
  });

  it('takes the same steps whether or not somebody reads them', async () =>
    expect((await runSeed(11, { keepsLines: true })).hash).toBe((await runSeed(11)).hash));

  it('takes other steps for another seed', async () => {
    const hashes = new Set<string>();
    for (let seed = 1; seed <= 20; seed++) hashes.add((await runSeed(seed)).hash);
    expect(hashes.size).toBe(20);
  });

  it('meets every kind of fault, both backbones, gaps and duplicates within a hundred seeds', async () => {
    const { fired, totals } = await runSeeds(1, 100);
    expect([...fired.keys()].toSorted()).toEqual([...faultKinds].toSorted());
    expect(totals.gapsFilled).toBeGreaterThan(0);
    expect(totals.duplicates).toBeGreaterThan(0);
  });

  it('goes wrong in nothing when nothing goes wrong', async () => {
    const run = await runSeed(3, { profile: {} });
    expect([run.violations, [...run.fired]]).toEqual([[], []]);
  });
});

describe('chance', () => {
  it('is the same for the same seed, and spread evenly', () => {
    const [one, other] = [seeded(5), seeded(5)];
    const drawn = Array.from({ length: 10_000 }, () => one.between(0, 9));
    expect(drawn).toEqual(Array.from({ length: 10_000 }, () => other.between(0, 9)));
    for (let digit = 0; digit <= 9; digit++) expect(drawn.filter((one) => one === digit).length).toBeGreaterThan(850);
  });
});
