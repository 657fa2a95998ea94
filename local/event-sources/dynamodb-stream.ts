import { createHash } from 'node:crypto';
import type { EngineCall } from '../aws/engine-call.ts';
import { type Faults, noFaults } from '../faults/faults.ts';
import { shaken } from '../faults/shaken-delivery.ts';
import type { Activity, FunctionInvoker, Log, Running } from '../ports.ts';
import type { State } from '../state.ts';
import { type WaitingCheckpoint, waitingCheckpoint } from './dynamodb-stream-aside.ts';
import { checkpoints } from './dynamodb-stream-checkpoints.ts';
import { streamDelivery } from './dynamodb-stream-delivery.ts';
import type { StreamMapping } from './dynamodb-stream-mapping.ts';
import { type StreamReader, type StreamSlice, streamReader } from './dynamodb-stream-reader.ts';
import { withGrace } from './grace.ts';
import { patience } from './patience.ts';
import { withinPayload } from './payload-limit.ts';
import { type Alarm, alarm } from './wake-up.ts';

export interface StreamMappingsOptions {
  mappings: readonly StreamMapping[];
  /** The engine itself, not the endpoint that checks permissions. */
  engine: EngineCall;
  state: State;
  invoker: FunctionInvoker;
  activity: Activity;
  log: Log;
  /** Sends to an on-failure destination (an SQS ARN). */
  deadLetter: (arn: string, body: string) => Promise<void>;
  /** Registers for table writes, see `tableWrites`. */
  onWrite: (listener: (tableName: string) => void) => void;
  /** What goes wrong on purpose with deliveries. */
  faults?: Faults;
  region: string;
}

/** How often a stream is read without being told of a write: writers that do not come through the endpoint. */
const SAFETY_NET_MS = 1_000;

/** Starts one poller per mapping; each hands its table's stream to its function, at least once, in order per item. */
export const startStreamMappings = (options: StreamMappingsOptions): Running => {
  const pollers = options.mappings.map((mapping) => startPoller(mapping, options));
  return {
    async stop() {
      await Promise.all(pollers.map((poller) => poller.stop()));
    },
  };
};

interface Poller {
  mapping: StreamMapping;
  reader: StreamReader;
  deliver: ReturnType<typeof streamDelivery>;
  keep: WaitingCheckpoint;
  faults: Faults;
  bell: Alarm;
  stopped: AbortSignal;
  /** Set when the state may be closed: what ends later is not acknowledged and comes again. */
  closed: AbortSignal;
}

const startPoller = (mapping: StreamMapping, options: StreamMappingsOptions): Running => {
  const stopping = new AbortController();
  const closing = new AbortController();
  const { signal } = stopping;
  const { engine, invoker, deadLetter, faults = noFaults, log, region } = options;
  const calm = patience(signal, log);
  const poller: Poller = {
    mapping,
    reader: streamReader(mapping, engine, region),
    deliver: streamDelivery({ mapping, invoker, deadLetter, patience: calm, log }),
    keep: waitingCheckpoint(checkpoints(options.state).of(mapping.id), closing.signal),
    faults,
    bell: alarm(),
    stopped: signal,
    closed: closing.signal,
  };
  poller.reader.rewind(poller.keep.read());
  options.onWrite((table) => {
    if (table === mapping.tableName) poller.bell.ring();
  });
  options.activity.source(() => backlogOf(poller));
  const running = poll(poller, calm, log);
  return {
    async stop() {
      stopping.abort();
      poller.bell.ring();
      await withGrace(running.then(poller.keep.settled));
      closing.abort();
    },
  };
};

/** Nothing accepted is invisible: a ring lasts until a read that began after it has found the stream empty. */
const backlogOf = async ({ mapping, reader, keep, bell, stopped }: Poller): Promise<string[]> => {
  if (stopped.aborted) return [];
  const line = `stream of ${mapping.tableName} for ${mapping.functionName}`;
  if (bell.isRung() || keep.isWaiting()) return [line];
  const more = await reader.hasMore().catch(() => true);
  if (more) bell.ring();
  // Rung by now as well when the poller took the records while this look was under way.
  return bell.isRung() ? [line] : [];
};

const poll = async (poller: Poller, calm: ReturnType<typeof patience>, log: Log): Promise<void> => {
  const { bell, reader, keep, stopped, mapping } = poller;
  let faults = 0;
  bell.ring();
  while (!stopped.aborted) {
    try {
      const rings = bell.rings();
      const slice = await gather(poller);
      if (slice.records.length === 0) bell.settle(rings);
      else await handle(poller, slice);
      faults = 0;
      if (slice.records.length === 0) await bell.wait(SAFETY_NET_MS);
    } catch (error) {
      if (stopped.aborted) return;
      faults++;
      log.warn('a stream could not be read', { table: mapping.tableName, error: String(error) });
      reader.rewind(keep.read());
      await calm.wait(faults).catch(() => undefined);
    }
  }
};

/** Reads until the batch is full, the window has passed or, without a window, what is there. */
const gather = async ({ mapping, reader, bell, stopped }: Poller): Promise<StreamSlice> => {
  const first = await reader.read(mapping.batchSize);
  if (first.records.length === 0 || first.records.length >= mapping.batchSize || mapping.windowMs === 0) return first;
  bell.ring();
  const records = [...first.records];
  const deadline = Date.now() + mapping.windowMs;
  while (records.length < mapping.batchSize && Date.now() < deadline && !stopped.aborted) {
    const more = await reader.read(mapping.batchSize - records.length);
    records.push(...more.records);
    if (more.shardId !== first.shardId) break;
    if (more.records.length === 0) await bell.sleep(Math.min(50, deadline - Date.now()));
  }
  return { shardId: first.shardId, records };
};

const handle = async (poller: Poller, { shardId, records }: StreamSlice): Promise<void> => {
  const { mapping, deliver, keep, bell, stopped, closed, faults } = poller;
  bell.ring();
  const wanted = records.filter((record) => mapping.wants(record));
  const { now, waitMs, aside, asideMs, inOrder } = shaken(faults, 'stream', mapping.tableName, wanted);
  if (aside.length > 0) keep.besides(deliverLater(poller, { shardId, records: aside }, asideMs));
  if (waitMs > 0) await faults.hold(`records of ${mapping.tableName} come late`, waitMs);
  stopped.throwIfAborted();
  const lanes = lanesOf(now, mapping.parallel);
  const save = (sequenceNumber: string | undefined) => {
    if (sequenceNumber !== undefined && !closed.aborted) keep.write({ shardId, sequenceNumber });
  };
  // With several lanes the batch is the unit: a lane behind must not be overtaken by the checkpoint of another.
  const onDone = (done: StreamSlice['records']) => {
    if (mapping.parallel === 1 && inOrder) save(done.at(-1)?.dynamodb.SequenceNumber);
  };
  const deliverLane = async (lane: StreamSlice['records']) => {
    for (const part of withinPayload(lane)) await deliver({ shardId, records: part }, onDone);
  };
  await Promise.all(lanes.map(deliverLane));
  save(records.at(-1)?.dynamodb.SequenceNumber);
};

/** What a fault has taken aside. Rejects when the mapping stops first. */
const deliverLater = async (
  { mapping, deliver, faults, stopped }: Poller,
  { shardId, records }: StreamSlice,
  ms: number,
): Promise<void> => {
  await faults.hold(`records of ${mapping.tableName} are held back`, ms);
  stopped.throwIfAborted();
  for (const part of withinPayload(records)) await deliver({ shardId, records: part }, () => undefined);
};

/** Splits a batch so that the records of one item stay together and in order. */
const lanesOf = (records: StreamSlice['records'], parallel: number): StreamSlice['records'][] => {
  if (parallel === 1) return records.length === 0 ? [] : [records];
  const byLane = Map.groupBy(records, ({ dynamodb }) => laneOf(dynamodb.Keys, parallel));
  return [...byLane.values()];
};

const laneOf = (keys: unknown, parallel: number): number => {
  const fields = typeof keys === 'object' && keys !== null ? Object.entries(keys).toSorted() : [];
  return createHash('md5').update(JSON.stringify(fields)).digest().readUInt16BE(0) % parallel;
};
