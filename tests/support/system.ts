import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import * as z from 'zod';
import { jsonLog } from '../../local/log.ts';
import { type RunningSystem, startRuntime } from '../../local/runtime.ts';
import { type Library, libraryAt } from './library.ts';

export const root = resolve(import.meta.dirname, '../..');

export interface System {
  library: Library;
  running: RunningSystem;
  dataDir: string;
}
interface Wanted {
  backbone?: 'kafka' | 'eventbridge';
  dataDir?: string;
  assemblyDir?: string;
  /** Makes the assembly to be run, once it can be asked for. */
  assembly?: () => Promise<string>;
  /** What the store begins with; the three accounts unless told. */
  seed?: 'catalogue' | 'accounts';
  /** Serve the web application. */
  web?: boolean;
  /** Parameters of Systems Manager that an operator has written. */
  parameters?: Readonly<Record<string, string>>;
}

/** Starts the whole system in this process, on free ports, with the three accounts. */
export const startSystem = async ({
  backbone = 'kafka',
  dataDir,
  assemblyDir,
  assembly,
  seed = 'accounts',
  web = false,
  parameters = {},
}: Wanted = {}): Promise<System> => {
  const directory = dataDir ?? mkdtempSync(join(tmpdir(), 'bunko-journey-'));
  const ownAssembly = assemblyDir ?? (await assembly?.());
  const running = await startRuntime({
    root,
    dataDir: directory,
    port: 0,
    backbone,
    seed,
    web,
    parameters,
    permissionsDir: process.env.PERMISSIONS_DIR,
    log: jsonLog({ quiet: true }),
    ...(ownAssembly !== undefined && { assemblyDir: ownAssembly }),
  });
  return { library: libraryAt(running.url), running, dataDir: directory };
};

/** One system for the tests of a file. */
export const withSystem = (wanted: Wanted = {}) => {
  let system: System | undefined;
  beforeAll(async () => {
    system = await startSystem(wanted);
  }, 240_000);
  afterAll(async () => {
    await system?.running.stop();
    if (system) rmSync(system.dataDir, { recursive: true, force: true });
  }, 30_000);
  return (): System => {
    if (!system) throw new Error('the system is not up');
    return system;
  };
};

/** Asks again until `look` answers something, for at most `seconds`. */
export const eventually = async <T>(look: () => Promise<T | undefined>, seconds = 15): Promise<T> => {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`nothing came within ${seconds} seconds`);
    await new Promise((done) => setTimeout(done, 20));
  }
};

const Overview = z.object({ dynamodb: z.object({ endpoint: z.string() }) });

/** Where the tables of a running system can be looked into. */
export const endpointOf = async (url: string): Promise<string> =>
  Overview.parse(await (await fetch(`${url}/_local`)).json()).dynamodb.endpoint;
