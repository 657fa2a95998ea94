import { untilIdle } from '../routes/idle-route.ts';
import type { Foundation } from './foundation.ts';
import type { RuntimeOptions } from './runtime-options.ts';
import { type SeedOptions, seedOnce } from './seed-once.ts';

/** How long the first start waits for the read models of what was seeded, milliseconds. */
const SETTLE_WITHIN_MS = 60_000;

/** Seeds a new store when that is wished; resolves when what the seed began has settled, so that readers find it. */
export const fillNewStore = async (
  { root, seed, log }: RuntimeOptions,
  { state, activity }: Foundation,
  system: Omit<SeedOptions, 'catalogue'>,
): Promise<void> => {
  if (!seed) return;
  const seeded = await seedOnce(root, state, { ...system, catalogue: seed === 'catalogue' }, log);
  if (seeded) await untilIdle(activity, Date.now() + SETTLE_WITHIN_MS);
};
