import * as z from 'zod';
import { trackActivity } from '../activity.ts';
import { startEngine } from '../aws/dynamodb-engine.ts';
import { engineCall } from '../aws/engine-call.ts';
import { eventually, keptLog, resource, scratch } from '../aws/given-aws.ts';
import { tableWrites } from '../aws/table-writes.ts';
import { createTables } from '../aws/tables.ts';
import { type Faults, noFaults } from '../faults/faults.ts';
import type { InvokeResult, Running } from '../ports.ts';
import { startStreamMappings } from './dynamodb-stream.ts';
import { parseStreamMapping } from './dynamodb-stream-mapping.ts';

/** Words for the specs of the stream mapping: tables of a real engine, mappings with a function that the test plays. */

const Batch = z.object({
  Records: z.array(z.object({ dynamodb: z.object({ SequenceNumber: z.string() }) })),
});

/** The sequence numbers of a batch, in order. */
export const sequencesOf = (event: unknown): string[] =>
  Batch.parse(event).Records.map(({ dynamodb }) => dynamodb.SequenceNumber);

const oneKey = {
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
  StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
};

/** Starts an engine of its own; `stop` ends it and every mapping. */
export const givenStreams = async () => {
  const place = scratch();
  const engine = await startEngine({ dataDir: place.dir, log: keptLog(), endpoint: '' });
  const call = engineCall(engine.endpoint);
  const running: Running[] = [];
  let tables = 0;

  return {
    call,
    async newTable(): Promise<string> {
      const name = `table-${++tables}`;
      await createTables([resource('AWS::DynamoDB::Table', name, oneKey)], call, keptLog());
      return name;
    },
    /** Writes one item per key, in order. */
    async write(table: string, ...keys: string[]): Promise<void> {
      for (const pk of keys) {
        await call('DynamoDB_20120810.PutItem', { TableName: table, Item: { pk: { S: pk }, kind: { S: pk } } });
      }
    },
    start: (table: string, properties: object, answer: Answer, faults: Faults = noFaults) => {
      const started = startMapping(table, properties, answer, { call, state: place.state, faults });
      running.push(started.mappings);
      return started;
    },
    async stop(): Promise<void> {
      await Promise.all(running.map((one) => one.stop()));
      await engine.stop();
      place.remove();
    },
  };
};

type Answer = (event: unknown) => InvokeResult | Promise<InvokeResult>;
type Engine = Pick<Parameters<typeof startStreamMappings>[0], 'state'> & {
  faults: Faults;
  call: ReturnType<typeof engineCall>;
};

const startMapping = (table: string, properties: object, answer: Answer, { call, state, faults }: Engine) => {
  const writes = tableWrites();
  const activity = trackActivity();
  const batches: unknown[] = [];
  const letters: { arn: string; body: string }[] = [];
  const mapping = parseStreamMapping(`mapping of ${table}`, {
    EventSourceArn: `arn:aws:dynamodb:ap-northeast-1:000000000000:table/${table}/stream/1`,
    FunctionName: 'relay',
    StartingPosition: 'TRIM_HORIZON',
    ...properties,
  });
  const invoke = async (_: string, event: unknown) => {
    batches.push(event);
    return answer(event);
  };
  const mappings = startStreamMappings({
    mappings: mapping ? [mapping] : [],
    engine: call,
    state,
    faults,
    activity,
    log: keptLog(),
    region: 'ap-northeast-1',
    onWrite: writes.onWrite,
    deadLetter: async (arn, body) => void letters.push({ arn, body }),
    invoker: { invoke },
  });
  const idle = () => eventually(async () => ((await activity.pending()).length === 0 ? true : undefined));
  return { writes, activity, batches, letters, mappings, idle, seen: () => batches.map(sequencesOf) };
};
