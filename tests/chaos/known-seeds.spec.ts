import { describe, expect, it } from 'vitest';
import known from './known-seeds.json' with { type: 'json' };
import { runSeed } from './run-seed.ts';

describe('a seed that once failed', () => {
  it.each(known)('holds every property: $seed ($why)', async ({ seed }) =>
    expect((await runSeed(seed)).violations).toEqual([]));
});
