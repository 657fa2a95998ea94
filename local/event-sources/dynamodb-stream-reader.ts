import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type EngineCall, engineFaultCode } from '../aws/engine-call.ts';
import type { StreamMapping } from './dynamodb-stream-mapping.ts';

/** A stream record as a function gets it. */
export interface StreamRecord {
  eventID: string;
  eventName: string;
  eventVersion: string;
  eventSource: 'aws:dynamodb';
  awsRegion: string;
  dynamodb: { SequenceNumber: string; Keys?: unknown; ApproximateCreationDateTime: number };
  eventSourceARN: string;
}

/** Where a mapping stands in its stream: behind this record of this shard. */
export interface StreamPosition {
  shardId: string;
  sequenceNumber: string;
}

/** Some records and the shard they came from. */
export interface StreamSlice {
  shardId: string;
  records: readonly StreamRecord[];
}

const API = 'DynamoDBStreams_20120810';
const Description = z.object({
  StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })).default([]) }),
});
const Stream = z.object({ Table: z.object({ LatestStreamArn: z.string() }) });
const Iterator = z.object({ ShardIterator: z.string() });
const epochSeconds = z.union([z.number(), z.string().transform((text) => Date.parse(text) / 1_000)]);
const Records = z.object({
  Records: z.array(
    z.looseObject({
      eventID: z.string(),
      eventName: z.string(),
      eventVersion: z.string().default('1.1'),
      dynamodb: z.looseObject({ SequenceNumber: z.string(), ApproximateCreationDateTime: epochSeconds }),
    }),
  ),
  NextShardIterator: z.string().nullish(),
});

/** The engine's iterator of a slice that was read; `null` after the end of a closed shard. */
interface Cursor {
  shardId: string;
  iterator: string | null;
}

/** Reads one stream forward from a position. */
export interface StreamReader {
  /** The next records, at most `limit`; moves on. An empty slice means that there is nothing new. */
  read(limit: number): Promise<StreamSlice>;
  /** Whether there is something to read; does not move. */
  hasMore(): Promise<boolean>;
  /** Goes back to `position`, or to where the mapping starts. */
  rewind(position: StreamPosition | undefined): void;
}

/** Opens the stream of a mapping's table; shards are read one after the other, parents first. */
export const streamReader = (mapping: StreamMapping, call: EngineCall, region: string): StreamReader => {
  let from: StreamPosition | undefined;
  let cursor: Cursor | undefined;

  const current = async (): Promise<Cursor> => {
    cursor ??= await openCursor(call, mapping, from);
    if (cursor.iterator === null) cursor = await nextShard(call, mapping, cursor);
    return cursor;
  };

  const fetch = async (limit: number) => {
    const at = await current();
    if (at.iterator === null) return { at, records: [], next: null };
    try {
      const output = await call(`${API}.GetRecords`, { ShardIterator: at.iterator, Limit: Math.min(limit, 1_000) });
      const { Records: records, NextShardIterator: next } = Records.parse(output);
      return { at, records, next: next ?? null };
    } catch (error) {
      // An iterator that the engine refuses is of no use again; one that was not answered is.
      if (engineFaultCode(error) !== undefined) cursor = undefined;
      throw error;
    }
  };

  return {
    async read(limit) {
      const { at, records, next } = await fetch(limit);
      cursor = { shardId: at.shardId, iterator: next };
      const last = records.at(-1);
      if (last) from = { shardId: at.shardId, sequenceNumber: last.dynamodb.SequenceNumber };
      return { shardId: at.shardId, records: records.map((record) => asEvent(record, mapping, region)) };
    },
    hasMore: async () => (await fetch(1)).records.length > 0,
    rewind(position) {
      from = position;
      cursor = undefined;
    },
  };
};

const asEvent = (record: z.infer<typeof Records>['Records'][number], mapping: StreamMapping, region: string) => {
  const { dynamodb, ...rest } = record;
  return {
    ...rest,
    // The engine counts per table; AWS's ids are unique everywhere.
    eventID: createHash('md5').update(`${mapping.streamArn} ${dynamodb.SequenceNumber}`).digest('hex'),
    eventSource: 'aws:dynamodb' as const,
    awsRegion: region,
    dynamodb,
    eventSourceARN: mapping.streamArn,
  };
};

const shardsOf = async (call: EngineCall, streamArn: string): Promise<string[]> => {
  const output = await call(`${API}.DescribeStream`, { StreamArn: streamArn });
  return Description.parse(output).StreamDescription.Shards.map(({ ShardId }) => ShardId);
};

const latestStream = async (call: EngineCall, tableName: string): Promise<string> =>
  Stream.parse(await call('DynamoDB_20120810.DescribeTable', { TableName: tableName })).Table.LatestStreamArn;

const openCursor = async (
  call: EngineCall,
  mapping: StreamMapping,
  from: StreamPosition | undefined,
): Promise<Cursor> => {
  const streamArn = await latestStream(call, mapping.tableName);
  const shards = await shardsOf(call, streamArn);
  const latest = mapping.startAt === 'LATEST';
  if (from && shards.includes(from.shardId)) {
    const after = { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: from.sequenceNumber };
    return iteratorAt(call, streamArn, from.shardId, after);
  }
  const shardId = (latest && !from ? shards.at(-1) : shards[0]) ?? '';
  return iteratorAt(call, streamArn, shardId, { ShardIteratorType: latest && !from ? 'LATEST' : 'TRIM_HORIZON' });
};

const iteratorAt = async (call: EngineCall, streamArn: string, shardId: string, where: object): Promise<Cursor> => {
  const ask = (at: object) => call(`${API}.GetShardIterator`, { StreamArn: streamArn, ShardId: shardId, ...at });
  try {
    return { shardId, iterator: Iterator.parse(await ask(where)).ShardIterator };
  } catch (error) {
    if (engineFaultCode(error) !== 'TrimmedDataAccessException') throw error;
    return { shardId, iterator: Iterator.parse(await ask({ ShardIteratorType: 'TRIM_HORIZON' })).ShardIterator };
  }
};

const nextShard = async (call: EngineCall, mapping: StreamMapping, ended: Cursor): Promise<Cursor> => {
  const streamArn = await latestStream(call, mapping.tableName);
  const shards = await shardsOf(call, streamArn);
  const next = shards[shards.indexOf(ended.shardId) + 1];
  return next === undefined ? ended : iteratorAt(call, streamArn, next, { ShardIteratorType: 'TRIM_HORIZON' });
};
