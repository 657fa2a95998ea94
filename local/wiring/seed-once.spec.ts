import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchDir } from '../assembly/given-assembly.ts';
import { jsonLog } from '../log.ts';
import { openState } from '../state.ts';
import { seedOnce } from './seed-once.ts';

const log = jsonLog({ write: () => undefined });

/** A checkout whose seed script throws when its options say so through the URL. */
const givenCheckout = () => {
  const root = scratchDir();
  mkdirSync(join(root, 'scripts'));
  writeFileSync(
    join(root, 'scripts/seed.ts'),
    'export const seed = async ({ url }) => { if (url === "bad") throw new Error("refused"); };',
  );
  const state = openState(root);
  return (url: string) => seedOnce(root, state, { url, endpoint: '', tables: {}, catalogue: true }, log);
};

describe('a new store', () => {
  it('is seeded once', async () => {
    const seed = givenCheckout();
    expect([await seed('good'), await seed('good')]).toEqual([true, false]);
  });

  it('is seeded at the next start when the seed failed', async () => {
    const seed = givenCheckout();
    expect([await seed('bad'), await seed('good')]).toEqual([false, true]);
  });

  it('stays empty without a seed script', async () => {
    const options = { url: '', endpoint: '', tables: {}, catalogue: true };
    expect(await seedOnce(scratchDir(), openState(scratchDir()), options, log)).toBe(false);
  });
});
