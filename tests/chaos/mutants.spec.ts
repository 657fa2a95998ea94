import { describe, expect, it } from 'vitest';
import { mutants } from './mutants.ts';
import { runSeeds } from './run-seeds.ts';

/** A planted bug that this many seeds do not find would not be found by a range of them either. */
const MOST_SEEDS = 300;

describe('a planted bug is found', () => {
  it.each(Object.entries(mutants))('%s', async (name, mutant) => {
    const { failed, seeds } = await runSeeds(1, MOST_SEEDS, { mutant }, 1);
    const [first] = failed;
    process.stdout.write(
      `chaos: ${name} was found by seed ${first?.seed}, after ${seeds}: ${first?.violations[0]?.slice(0, 160)}\n`,
    );
    expect(first).toBeDefined();
  });
});
