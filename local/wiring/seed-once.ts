import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log } from '../ports.ts';
import type { State } from '../state.ts';

/** What `scripts/seed.ts` is told. */
export interface SeedOptions {
  url: string;
  endpoint: string;
  /** Short name → physical name. */
  tables: Readonly<Record<string, string>>;
  /** The whole catalogue, or the three accounts only. */
  catalogue: boolean;
}
type Seed = (options: SeedOptions) => Promise<unknown>;

const isSeedModule = (module: unknown): module is { seed: Seed } =>
  typeof module === 'object' && module !== null && 'seed' in module && typeof module.seed === 'function';

const seedScript = async (root: string): Promise<Seed | undefined> => {
  const path = join(root, 'scripts', 'seed.ts');
  if (!existsSync(path)) return undefined;
  const module: unknown = await import(pathToFileURL(path).href);
  return isSeedModule(module) ? module.seed : undefined;
};

/**
 * Answers whether it did: fills a new store through the system's own front door, once per data directory. A failure is logged and tried again
 * at the next start: the seed is safe to repeat.
 */
export const seedOnce = async (root: string, state: State, options: SeedOptions, log: Log): Promise<boolean> => {
  state.exec('CREATE TABLE IF NOT EXISTS seeded (what TEXT PRIMARY KEY)');
  const what = options.catalogue ? 'catalogue' : 'accounts';
  if (state.prepare('SELECT what FROM seeded').get()) return false;
  const seed = await seedScript(root);
  if (!seed) {
    log.warn('there is no seed script');
    return false;
  }
  try {
    const began = Date.now();
    await seed(options);
    state.prepare('INSERT INTO seeded (what) VALUES (?)').run(what);
    log.info('seeded the new store', { what, seconds: (Date.now() - began) / 1000 });
    return true;
  } catch (error) {
    log.error('the seed failed', { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    return false;
  }
};
