import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import {
  type _Record,
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type ShardIteratorType,
} from '@aws-sdk/client-dynamodb-streams';
import type { Target } from './target.ts';

/** The stream of the event table, from now on. The relay is one of its two readers; this is the second place. */
export interface TableStream {
  /** What came since the last call. */
  next(): Promise<readonly _Record[]>;
  close(): void;
}

interface Stream {
  client: DynamoDBStreamsClient;
  arn: string;
}

const shardsOf = async ({ client, arn }: Stream): Promise<readonly string[]> => {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await client.send(
      new DescribeStreamCommand({ StreamArn: arn, ...(after !== undefined && { ExclusiveStartShardId: after }) }),
    );
    ids.push(...(page.StreamDescription?.Shards ?? []).flatMap(({ ShardId }) => ShardId ?? []));
    after = page.StreamDescription?.LastEvaluatedShardId;
  } while (after !== undefined);
  return ids;
};

const iteratorOf = async ({ client, arn }: Stream, shard: string, type: ShardIteratorType) => {
  const command = new GetShardIteratorCommand({ StreamArn: arn, ShardId: shard, ShardIteratorType: type });
  return (await client.send(command)).ShardIterator;
};

/** Opens the stream where it ends; whatever is committed after this resolves is told by `next`. */
export const openTableStream = async (target: Target): Promise<TableStream> => {
  const { Table } = await target.client.send(new DescribeTableCommand({ TableName: target.name('events') }));
  const stream = { client: new DynamoDBStreamsClient(target.aws), arn: Table?.LatestStreamArn ?? '' };
  /** The iterator of each shard that was met; undefined once it has ended. */
  const shards = new Map<string, string | undefined>();
  const meetNew = async (type: ShardIteratorType) => {
    for (const shard of await shardsOf(stream))
      if (!shards.has(shard)) shards.set(shard, await iteratorOf(stream, shard, type));
  };
  await meetNew('LATEST');
  return {
    async next() {
      const told: _Record[] = [];
      let hasEnded = false;
      for (const [shard, iterator] of shards) {
        if (iterator === undefined) continue;
        const { Records = [], NextShardIterator } = await stream.client.send(
          new GetRecordsCommand({ ShardIterator: iterator }),
        );
        told.push(...Records);
        shards.set(shard, NextShardIterator);
        hasEnded ||= NextShardIterator === undefined;
      }
      // A shard that ended has children; they hold what came after it.
      if (hasEnded) await meetNew('TRIM_HORIZON');
      return told;
    },
    close: () => stream.client.destroy(),
  };
};
