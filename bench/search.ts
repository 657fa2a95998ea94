import './as-in-bundles.ts';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { catalogueShelf } from '../functions/catalogue/projections/catalogue-shelf/project.ts';
import { searchIndex } from '../functions/search/projections/search-index/project.ts';
import { machine } from './machine.ts';
import { round, spreadOf } from './measure.ts';
import { publish, sized } from './published.ts';
import { fillView } from './search/fill-view.ts';
import { inMemory } from './search/in-memory.ts';
import { type MadeUp, madeUpCatalogue, VOLUMES_PER_SERIES } from './search/made-up-catalogue.ts';
import { queries, queryKinds } from './search/queries.ts';

const root = resolve(import.meta.dirname, '..');
const PORT = 4175;
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

/** A list whose filter leaves almost everything out: read row by row, and then from the memory of its function. */
const filteredList = async (catalogue: readonly MadeUp[]) => {
  const timed = async (path: string): Promise<number> => {
    const began = performance.now();
    const answer = await fetch(`${url}${path}`);
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}`);
    await answer.arrayBuffer();
    return performance.now() - began;
  };
  const pathOf = (index: number) =>
    `/api/series?${new URLSearchParams({ title: catalogue[index]?.series.title ?? '' })}`;
  const [read, remembered]: [number[], number[]] = [[], []];
  await timed('/api/series');
  // Nothing is kept before the indexes are sure to have followed.
  await pause(2_500);
  for (let index = 1; index <= TIMES; index++) {
    read.push(await timed(pathOf(index)));
    remembered.push(await timed(pathOf(index)));
  }
  return { readMs: spreadOf(read), rememberedMs: spreadOf(remembered) };
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
    const { dynamodb, tables } = overview;
    await fillView(dynamodb.endpoint, tables['view-search'] ?? '', searchIndex, catalogue);
    await fillView(dynamodb.endpoint, tables['view-catalogue'] ?? '', catalogueShelf, catalogue);
    // A new process: the first query of a function that has never run loads every document.
    await stop(child);
    ({ child, overview } = await start(dataDir));
    const before = memoryOf(child.pid);
    const cold = await search('チェンソー');
    const memoryMiB = memoryOf(child.pid) - before;
    if (cold.total === 0) throw new Error('nothing was found');
    const queryMs = await overHttp();
    const filtered = await filteredList(catalogue);
    await stop(child);
    publish({
      bench: 'search',
      at: new Date().toISOString(),
      machine: machine(),
      volumes: VOLUMES,
      firstQueryMs: round(cold.milliseconds),
      memoryOfFirstQueryMiB: memoryMiB,
      overHttpMs: queryMs,
      filteredListOfSeries: filtered,
      inProcess: inMemory(catalogue, TIMES),
    } as { bench: string });
  } finally {
    if (child.exitCode === null) await stop(child);
    rmSync(dataDir, { recursive: true, force: true });
  }
};
