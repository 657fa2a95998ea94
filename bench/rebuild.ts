import './as-in-bundles.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { v7 as uuid } from 'uuid';
import { availability } from '../functions/inventory/projections/availability/project.ts';
import { loanSheet } from '../functions/lending/projections/loan-sheet/project.ts';
import { startEngine } from '../local/aws/dynamodb-engine.ts';
import { jsonLog } from '../local/log.ts';
import { machine } from './machine.ts';
import { round, spreadOf } from './measure.ts';
import { publish, sized } from './published.ts';
import { metadata, writeHistory } from './rebuild/event-table.ts';
import { lastCopy, loans, shelfKey, shelfStream, shelves } from './rebuild/histories.ts';
import { benchLibrary } from './rebuild/library.ts';
import { createBenchTables } from './rebuild/tables.ts';

const SHELVES = sized(200, 20);
const EVENTS_PER_SHELF = 500;
const LOANS = sized(10_000, 500);
/** While a view is rebuilt a member borrows this often, and somebody looks at it this often. */
const BORROWING_EVERY_MS = 50;
const LOOKING_EVERY_MS = 20;

type Library = ReturnType<typeof benchLibrary<'availability'>>;
const isEnding = (ends: AbortSignal) => ends.aborted;

/** Lends and brings back, as commands and their listener do. Answers how often. */
const borrowing = async ({ store, listener }: Library, ends: AbortSignal): Promise<number> => {
  let turn = 0;
  for (; !isEnding(ends); turn++) {
    const shelf = Math.floor(turn / 2) % SHELVES;
    const { head } = await store.read(shelfStream(shelf), EVENTS_PER_SHELF);
    await store.commit({ id: uuid(), appends: [{ head, events: [lastCopy(shelf, turn)] }], metadata: metadata() });
    for (const event of (await store.read(shelfStream(shelf), head)).events) await listener(event);
    await pause(BORROWING_EVERY_MS);
  }
  return turn;
};

/** Looks at one shelf after the other; a look that finds nothing, or less than before, is a fault. */
const looking = async ({ reader }: Library, ends: AbortSignal): Promise<number[]> => {
  const milliseconds: number[] = [];
  const seen = new Map<number, number>();
  for (let look = 0; !isEnding(ends); look++) {
    const began = performance.now();
    const shelf = look % SHELVES;
    const { row, guard } = await reader.get(shelfKey(shelf));
    milliseconds.push(performance.now() - began);
    if (!row || guard < (seen.get(shelf) ?? EVENTS_PER_SHELF)) throw new Error(`a look at shelf ${shelf} found less`);
    seen.set(shelf, guard);
    await pause(LOOKING_EVERY_MS);
  }
  return milliseconds;
};

/** Seconds of each phase, how many events a second the filling took, and what each took of this process's processor. */
const figuresOf = ({ reached }: Pick<Library, 'reached'>, events: number) => {
  const moment = (phase: Parameters<typeof reached.get>[0]) =>
    reached.get(phase) ?? { at: Number.NaN, used: Number.NaN };
  const between = (from: Parameters<typeof moment>[0], to: Parameters<typeof moment>[0]) =>
    (moment(to).at - moment(from).at) / 1000;
  return {
    events,
    filledPerSecond: Math.round(events / between('filling', 'catching-up')),
    processorMicrosPerEvent: round(((moment('catching-up').used - moment('filling').used) * 1000) / events),
    seconds: {
      filling: round(between('filling', 'catching-up')),
      catchingUp: round(between('catching-up', 'verifying')),
      verifying: round(between('verifying', 'removing')),
      untilLive: round(between('filling', 'removing')),
      untilOldRowsAreGone: round(between('filling', 'done')),
    },
  };
};

const rebuildShelves = async (documents: DynamoDBDocumentClient) => {
  await writeHistory(documents, 'events', shelves(SHELVES, EVENTS_PER_SHELF));
  const names = { events: 'events', view: 'view-availability', category: 'shelf' as const };
  const library = benchLibrary(documents, availability, names);
  await library.rebuild();
  const first = figuresOf(library, SHELVES * EVENTS_PER_SHELF);
  const ends = new AbortController();
  const others = Promise.all([borrowing(library, ends.signal), looking(library, ends.signal)]);
  await library.rebuild().finally(() => ends.abort());
  const [written, looks] = await others;
  const { live, rebuild } = await library.states.of(names.view);
  if (live !== 3 || rebuild?.phase !== 'done') throw new Error(`the rebuild ended as ${JSON.stringify(rebuild)}`);
  return {
    alone: first,
    underLiveWrites: { ...figuresOf(library, rebuild.scanned), written, readMs: spreadOf(looks) },
  };
};

const rebuildLoans = async (documents: DynamoDBDocumentClient) => {
  const past = loans(LOANS);
  await writeHistory(documents, 'loan-events', past);
  const names = { events: 'loan-events', view: 'view-loan-sheet', category: 'loan' as const };
  const library = benchLibrary(documents, loanSheet, names);
  await library.rebuild();
  return figuresOf(library, past.length * 3);
};

/** The client that functions have; it takes everything from its environment. */
const clientOfFunctions = async (endpoint: string): Promise<DynamoDBDocumentClient> => {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'ap-northeast-1',
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
  });
  return (await import('../functions/platform/aws-clients.ts')).documents;
};

/** Rebuilds a view of 100,000 events while it is written and read, and one with a row for every three events. */
export const run = async (): Promise<void> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bunko-bench-'));
  const engine = await startEngine({ dataDir, log: jsonLog({ quiet: true }), endpoint: undefined });
  try {
    const documents = await clientOfFunctions(engine.endpoint);
    await createBenchTables(documents);
    const measured = { availability: await rebuildShelves(documents), loanSheet: await rebuildLoans(documents) };
    const result = { bench: 'rebuild', at: new Date().toISOString(), machine: machine(), ...measured };
    publish(result);
    documents.destroy();
  } finally {
    await engine.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
