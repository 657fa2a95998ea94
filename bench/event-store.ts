import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startEngine } from '../local/aws/dynamodb-engine.ts';
import { jsonLog } from '../local/log.ts';
import { bunko } from './event-store/bunko.ts';
import { type Capacity, countingCapacity } from './event-store/capacity.ts';
import { castore } from './event-store/castore.ts';
import { type Design, factOf } from './event-store/design.ts';
import { itemPerEvent } from './event-store/item-per-event.ts';
import { createEventTables } from './event-store/tables.ts';
import { machine } from './machine.ts';
import { round, spreadOf } from './measure.ts';
import { publish, sized } from './published.ts';

/** Rounds of all designs in turn, so that a disturbance meets each of them. */
const ROUNDS = sized(5, 1);
const APPENDS = 120;
const LONG = sized(1_000, 200);
const LOADS = 12;
const COMMANDS = 25;

interface Measured {
  milliseconds: number[];
  read: number;
  written: number;
  operations: number;
}
type Work = (index: number) => Promise<unknown>;

/** Runs `work` `times` times; each one's milliseconds and the capacity units of all go into `into`. */
const measure = async (capacity: Capacity, into: Measured, times: number, work: Work) => {
  const before = capacity.total();
  for (let index = 0; index < times; index++) {
    const began = performance.now();
    await work(index);
    into.milliseconds.push(performance.now() - began);
  }
  const after = capacity.total();
  into.read += after.read - before.read;
  into.written += after.written - before.written;
  into.operations += times;
};

/** What is done with each design, by name. */
const tasks: Readonly<Record<string, (design: Design, round: number) => { times: number; work: Work }>> = {
  'append one event': (design, round) => ({
    times: APPENDS,
    work: (index) => design.append(`one-${round}-${index}`, 0, [factOf(index)]),
  }),
  'append five events at once': (design, round) => ({
    times: APPENDS,
    work: (index) => design.append(`five-${round}-${index}`, 0, [1, 2, 3, 4, 5].map(factOf)),
  }),
  [`load and fold ${LONG} events`]: (design) => ({ times: LOADS, work: () => design.load('long') }),
  [`command on a stream of ${LONG} events`]: (design) => ({
    times: COMMANDS,
    work: (index) => design.command('long', factOf(index)),
  }),
};

const summaryOf = ({ milliseconds, read, written, operations }: Measured) => {
  const { p50, p99 } = spreadOf(milliseconds);
  return { p50, p99, readUnits: round(read / operations), writeUnits: round(written / operations) };
};

const compare = async (designs: readonly Design[], capacity: Capacity) => {
  const results = new Map<string, Measured>();
  for (const design of designs)
    for (let count = 0; count < LONG; count++) await design.append('long', count, [factOf(count)]);
  for (let number = 0; number <= ROUNDS; number++)
    for (const [task, of] of Object.entries(tasks))
      for (const design of designs) {
        const { times, work } = of(design, number);
        const fresh = { milliseconds: [], read: 0, written: 0, operations: 0 };
        const into = results.get(`${task}\n${design.name}`) ?? fresh;
        // The first round only warms up.
        await measure(capacity, number === 0 ? fresh : into, times, work);
        if (number > 0) results.set(`${task}\n${design.name}`, into);
      }
  return Object.fromEntries(
    Object.keys(tasks).map((task) => [
      task,
      Object.fromEntries(
        designs.flatMap(({ name }) => {
          const measured = results.get(`${task}\n${name}`);
          return measured ? [[name, summaryOf(measured)]] : [];
        }),
      ),
    ]),
  );
};

/** Append, load and fold: Bunko, castore and one item per event on the same engine, in turn. */
export const run = async (): Promise<void> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bunko-bench-'));
  const engine = await startEngine({ dataDir, log: jsonLog({ quiet: true }), endpoint: undefined });
  try {
    const client = new DynamoDBClient({
      endpoint: engine.endpoint,
      region: 'ap-northeast-1',
      credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
    });
    await createEventTables(client);
    const capacity = countingCapacity(client);
    const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
    const tasksMeasured = await compare([bunko(documents), castore(client), itemPerEvent(documents)], capacity);
    const result = { bench: 'event-store', at: new Date().toISOString(), machine: machine(), ...tasksMeasured };
    for (const [task, designs] of Object.entries(tasksMeasured)) {
      console.log(task);
      console.table(designs);
    }
    publish(result);
    client.destroy();
  } finally {
    await engine.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
