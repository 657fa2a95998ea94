import './as-in-bundles.ts';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { machine } from './machine.ts';
import { round, spreadOf } from './measure.ts';
import { publish, sized } from './published.ts';
import { fillIndex } from './search/fill-index.ts';
import { inMemory } from './search/in-memory.ts';
import { madeUpCatalogue, VOLUMES_PER_SERIES } from './search/made-up-catalogue.ts';
import { queries, queryKinds } from './search/queries.ts';

const root = resolve(import.meta.dirname, '..');
const PORT = 4174;
const url = `http://localhost:${PORT}`;
const VOLUMES = sized(20_000, 300);
const TIMES = sized(40, 2);
const Overview = z.object({
  ready: z.boolean(),
  dynamodb: z.object({ endpoint: z.string() }),
  tables: z.record(z.string(), z.string()),
});

const start = async (dataDir: string) => {
  const child = spawn(
    process.execPath,
    ['local/start.ts', '--port', String(PORT), '--data', dataDir, '--empty', '--quiet'],
    { cwd: root, stdio: 'inherit' },
  );
  for (;;) {
    const answer = await fetch(`${url}/_local`).catch(() => undefined);
    const overview = answer?.ok ? Overview.safeParse(await answer.json()).data : undefined;
    if (overview?.ready) return { child, overview };
    if (child.exitCode !== null) throw new Error(`the system ended with ${child.exitCode}`);
    await new Promise((done) => setTimeout(done, 25));
  }
};

const stop = (child: ReturnType<typeof spawn>) =>
  new Promise<void>((done) => {
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });

const search = async (query: string): Promise<{ milliseconds: number; total: number }> => {
  const began = performance.now();
  const answer = await fetch(`${url}/api/search?${new URLSearchParams({ q: query })}`);
  const body = z.object({ total: z.number() }).safeParse(await answer.json());
  if (!body.success) throw new Error(`${query} was answered ${answer.status}`);
  return { milliseconds: performance.now() - began, total: body.data.total };
};

const overHttp = async () => {
  const all: number[] = [];
  const kinds: Record<string, unknown> = {};
  const found: Record<string, number> = {};
  for (const kind of queryKinds) {
    const took: number[] = [];
    for (let turn = 0; turn < TIMES; turn++)
      for (const query of queries[kind]) {
        const { milliseconds, total } = await search(query);
        took.push(milliseconds);
        found[query] = total;
      }
    all.push(...took);
    kinds[kind] = spreadOf(took);
  }
  return { all: spreadOf(all), ...kinds, found };
};

/** Resident memory of a process, in MiB, as the kernel counts it. */
const memoryOf = (pid: number | undefined): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
};

/** Searches a catalogue of 20,000 volumes, over HTTP in a running system and without it, and begins cold. */
export const run = async (): Promise<void> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bunko-bench-'));
  const catalogue = madeUpCatalogue(VOLUMES / VOLUMES_PER_SERIES);
  let { child, overview } = await start(dataDir);
  try {
    await fillIndex(overview.dynamodb.endpoint, overview.tables['view-search'] ?? '', catalogue);
    // A new process: the first query of a function that has never run loads every document.
    await stop(child);
    ({ child, overview } = await start(dataDir));
    const before = memoryOf(child.pid);
    const cold = await search('チェンソー');
    const memoryMiB = memoryOf(child.pid) - before;
    if (cold.total === 0) throw new Error('nothing was found');
    const queryMs = await overHttp();
    await stop(child);
    publish({
      bench: 'search',
      at: new Date().toISOString(),
      machine: machine(),
      volumes: VOLUMES,
      firstQueryMs: round(cold.milliseconds),
      memoryOfFirstQueryMiB: memoryMiB,
      overHttpMs: queryMs,
      inProcess: inMemory(catalogue, TIMES),
    } as { bench: string });
  } finally {
    if (child.exitCode === null) await stop(child);
    rmSync(dataDir, { recursive: true, force: true });
  }
};
