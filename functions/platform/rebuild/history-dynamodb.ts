import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Recorded } from '../../../events/envelope.ts';
import { DEFAULT_TENANT } from '../../../events/stream-name.ts';
import type { Category } from '../../../events/topics.ts';
import { CommitItem, writtenIn } from '../event-store/commit-item.ts';
import { read } from '../event-store/event-codec.ts';
import type { EventStore } from '../event-store/port.ts';
import type { Safekeeping } from '../event-store/safekeeping.ts';
import type { History, ScannedCommit } from './history.ts';

/** Some 900 kilobytes, of which two are in memory. */
const COMMITS_PER_PAGE = 1_500;

interface Needs {
  client: DynamoDBDocumentClient;
  /** The event table. */
  table: string;
  store: Pick<EventStore, 'read'>;
  keeping: Safekeeping;
}
type Item = Record<string, AttributeValue>;

/**
 * The commits of some categories in the event table, by a scan in one segment: one reader is about as quick as one function
 * can fold, and what it reads next is on its way meanwhile. A commit is only unpacked when its events are asked for:
 * who looks at keys pays for keys.
 */
export const dynamoHistory = ({ client, table, store, keeping }: Needs, categories: readonly Category[]): History => ({
  segments: 1,
  read: (stream, after) => store.read(stream, after),
  async page(_, after) {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName: table,
        ConsistentRead: true,
        Limit: COMMITS_PER_PAGE,
        ...(after && { ExclusiveStartKey: { pk: { S: after.pk }, sk: { N: String(after.sk) } } }),
      }),
    );
    return {
      commits: Items.filter(isOf(categories)).map((item) => scanned(item, keeping)),
      next: LastEvaluatedKey ? { pk: text(LastEvaluatedKey, 'pk'), sk: number(LastEvaluatedKey, 'sk') } : 'ended',
    };
  },
});

const scanned = (item: Item, keeping: Safekeeping): ScannedCommit => ({
  stream: text(item, 'pk'),
  first: number(item, 'sk'),
  last: number(item, 'v'),
  types: (item.t?.L ?? []).map((type) => type.S ?? ''),
  events: () => opened(CommitItem.parse(unmarshall(item)), keeping),
});

/** One after the other: most commits hold one event, and a promise of many costs as much as reading it. */
const opened = async (item: CommitItem, { vault, blobs }: Safekeeping): Promise<readonly Recorded[]> => {
  const events: Recorded[] = [];
  for (const written of await writtenIn(item, blobs)) events.push(await read(written, vault));
  return events;
};

const text = (item: Item, name: string): string => {
  const value = item[name]?.S;
  if (value === undefined) throw new TypeError(`an item of the event table has no ${name}`);
  return value;
};

const number = (item: Item, name: string): number => {
  const value = Number(item[name]?.N);
  if (!Number.isSafeInteger(value)) throw new TypeError(`an item of the event table has no ${name}`);
  return value;
};

/** Here, not in the scan: a filter there saves none of its cost, and takes more time than what it would not have sent. */
const isOf = (categories: readonly Category[]) => {
  const prefixes = categories.map((category) => `${DEFAULT_TENANT}#${category}#`);
  return (item: Item) => prefixes.some((prefix) => item.pk?.S?.startsWith(prefix));
};
