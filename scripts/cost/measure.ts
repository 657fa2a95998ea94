import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { jsonLog } from '../../local/log.ts';
import { openMeter, type Reading } from '../../local/observe/meter.ts';
import { startRuntime } from '../../local/runtime.ts';
import { type Library, libraryAt } from '../../tests/support/library.ts';
import type { Backbone } from './estimate.ts';
import { type Journey, journeysAt } from './journeys.ts';
import {
  type JourneyName,
  type Measured,
  type MeasuredBackbone,
  type MeasuredJourney,
  measuredFile,
  readMeasured,
} from './measured.ts';
import { transitionsAt } from './transitions.ts';

const root = resolve(import.meta.dirname, '../..');
/** Physical names of the local stage begin so. */
const LOCAL = 'bunko-local-';

const withoutStage = (reading: Reading & { transitions?: Record<string, number> }): MeasuredJourney['used'] =>
  Object.fromEntries(
    Object.entries(reading).map(([measure, amounts]) => [
      measure,
      Object.fromEntries(
        Object.entries(amounts)
          .map(([name, amount]) => [name.replace(LOCAL, ''), amount] as const)
          .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
    ]),
  );

/** What came after; undefined when nothing did. */
const beyond = (after: Record<string, number>, before: Record<string, number>) => {
  const more = Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)] as const);
  return more.some(([, count]) => count > 0) ? Object.fromEntries(more) : undefined;
};

/** How many time series the functions reported to CloudWatch. */
const customMetricsAt = async (url: string): Promise<number> => {
  const text = await (await fetch(`${url}/metrics`)).text();
  return text.split('\n').filter((line) => /^Bunko_\w+_count/.test(line)).length;
};

interface Metered {
  library: Library;
  endpoint: string;
  read: () => Reading;
}

/** Does a journey until everything is warm, then counts what its repetitions use. */
const measured = async (
  { prepare, once, times }: Journey,
  { library, endpoint, read }: Metered,
): Promise<MeasuredJourney> => {
  await prepare();
  await once();
  await library.settled();
  read();
  const before = await transitionsAt(endpoint);
  for (let time = 0; time < times; time++) {
    await once();
    await library.settled();
  }
  const transitions = beyond(await transitionsAt(endpoint), before);
  const used = withoutStage({ ...read(), ...(transitions && { transitions }) });
  return { at: new Date().toISOString(), load: Math.round(loadavg()[0] ?? 0), times, used };
};

/** Runs the journeys that are named; of the others what was measured before stays. */
const measureOn = async (
  backbone: Backbone,
  names: readonly JourneyName[],
  before: MeasuredBackbone,
): Promise<MeasuredBackbone> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bunko-cost-'));
  const { meter, read } = openMeter();
  const log = jsonLog({ quiet: true });
  const running = await startRuntime({ root, dataDir, port: 0, backbone, seed: 'accounts', web: false, log, meter });
  try {
    const library = libraryAt(running.url);
    const metered = { library, endpoint: running.endpoint, read };
    const journeys = journeysAt(library);
    const found = { ...before.journeys };
    for (const name of names) found[name] = await measured(journeys[name], metered);
    const customMetrics = Math.max(before.customMetrics, await customMetricsAt(running.url));
    return { customMetrics, journeys: found };
  } finally {
    await running.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

/** Runs journeys on both backbones and keeps what they used in `measured.json`. */
export const measure = async (names: readonly JourneyName[]): Promise<void> => {
  const { kafka, eventbridge } = readMeasured();
  const measured: Measured = {
    machine: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`,
    kafka: await measureOn('kafka', names, kafka),
    eventbridge: await measureOn('eventbridge', names, eventbridge),
  };
  writeFileSync(measuredFile, `${JSON.stringify(measured, null, 2)}\n`);
};
