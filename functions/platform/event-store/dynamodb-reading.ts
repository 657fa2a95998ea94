import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { CommitItem, eventsIn } from './commit-item.ts';
import { type EventStore, type Head, MOST_EVENTS_PER_APPEND, mintHead, type Place } from './port.ts';
import type { Safekeeping } from './safekeeping.ts';

type Read = ReturnType<EventStore['read']>;

/** The event table, and who opens and fetches what its items do not hold themselves. */
export interface EventTable {
  client: DynamoDBDocumentClient;
  table: string;
  keeping: Safekeeping;
}

/** The commits that begin after a version. */
const itemsAfter = async ({ client, table }: EventTable, stream: string, version: number) => {
  const items: CommitItem[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :stream AND sk > :from',
        ExpressionAttributeValues: { ':stream': stream, ':from': version },
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    items.push(...(page.Items ?? []).map((item) => CommitItem.parse(item)));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
};

/** The events of commits, in order. */
export const eventsOf = async ({ keeping }: EventTable, items: readonly CommitItem[]) =>
  (await Promise.all(items.map((item) => eventsIn(item, keeping)))).flat();

/** The events after a version; 0: all of them. */
export const readStream = async (at: EventTable, stream: string, after: number): Read => {
  // The commit that holds version `after + 1` may begin before it.
  const items = await itemsAfter(at, stream, Math.max(0, after - MOST_EVENTS_PER_APPEND));
  const last = items.at(-1);
  // Nothing near `after`: the stream may be shorter than the caller thinks, and only a full read can tell its head.
  if (!last && after > 0) return readStream(at, stream, 0);
  const events = await eventsOf(
    at,
    items.filter(({ v }) => v > after),
  );
  return { events: events.filter(({ version }) => version > after), head: mintHead(stream, last) };
};

/** A head lies on the boundary of a commit, so nothing before it has to be looked at. */
export const readOn = async (at: EventTable, head: Head): Read => {
  const items = await itemsAfter(at, head.stream, head.version);
  const last = items.at(-1);
  return { events: await eventsOf(at, items), head: last ? mintHead(head.stream, last) : head };
};

/** The commit at the place is read once more: it tells whether history is still the one that was folded. */
export const resumeAt = async (at: EventTable, stream: string, { version, commit, begins }: Place) => {
  const [first, ...items] = await itemsAfter(at, stream, begins - 1);
  if (first?.c !== commit || first.v !== version) return undefined;
  return { events: await eventsOf(at, items), head: mintHead(stream, items.at(-1) ?? first) };
};
