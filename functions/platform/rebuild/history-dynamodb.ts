import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { DEFAULT_TENANT } from '../../../events/stream-name.ts';
import type { Category } from '../../../events/topics.ts';
import { CommitItem, eventsIn } from '../event-store/commit-item.ts';
import type { EventStore } from '../event-store/port.ts';
import type { Safekeeping } from '../event-store/safekeeping.ts';
import type { History } from './history.ts';

/** Enough to keep a function busy; each has at most two pages of 1 MB in memory. */
const SEGMENTS = 4;

interface Needs {
  client: DynamoDBDocumentClient;
  /** The event table. */
  table: string;
  store: Pick<EventStore, 'read'>;
  keeping: Safekeeping;
}

/** The commits of some categories in the event table, by a parallel scan. */
export const dynamoHistory = ({ client, table, store, keeping }: Needs, categories: readonly Category[]): History => ({
  segments: SEGMENTS,
  read: (stream, after) => store.read(stream, after),
  async page(segment, after) {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName: table,
        ConsistentRead: true,
        Segment: segment,
        TotalSegments: SEGMENTS,
        ...ofCategories(categories),
        ...(after && { ExclusiveStartKey: { ...after } }),
      }),
    );
    return {
      commits: Items.map((item) => scanned(CommitItem.parse(item), keeping)),
      next: LastEvaluatedKey ? { pk: String(LastEvaluatedKey.pk), sk: Number(LastEvaluatedKey.sk) } : 'ended',
    };
  },
});

const scanned = (item: CommitItem, keeping: Safekeeping) => ({
  stream: item.pk,
  first: item.sk,
  last: item.v,
  types: item.t,
  events: () => eventsIn(item, keeping),
});

const ofCategories = (categories: readonly Category[]) => ({
  FilterExpression: categories.map((_, index) => `begins_with(pk, :c${index})`).join(' OR '),
  ExpressionAttributeValues: Object.fromEntries(
    categories.map((category, index) => [`:c${index}`, `${DEFAULT_TENANT}#${category}#`]),
  ),
});
