import {
  type CancellationReason,
  ConditionalCheckFailedException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { checkCommit, committedOf, itemsOf } from './commit.ts';
import { CommitItem, eventsIn } from './commit-item.ts';
import {
  type Claim,
  type Commit,
  type CommitResult,
  type EventStore,
  type Head,
  MOST_EVENTS_PER_APPEND,
  mintHead,
  type Place,
} from './port.ts';
import type { Safekeeping } from './safekeeping.ts';

interface Tables {
  events: string;
  claims: string;
}
type Item = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

const ClaimItem = z.object({ pk: z.string(), c: z.string(), value: z.string(), expiresAt: z.number().optional() });
const claimKey = ({ kind, key }: Pick<Claim, 'kind' | 'key'>) => ({ pk: `main#${kind}#${key}` });
const secondsOf = (instant: string | Date) => Math.floor(new Date(instant).getTime() / 1000);

const NOBODY_WAS_QUICKER = {
  ConditionExpression: 'attribute_not_exists(pk)',
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
} as const;

/** The event store on DynamoDB: one conditional put, or one transaction when a commit spans more than one item. */
export const dynamoEventStore = (client: DynamoDBDocumentClient, tables: Tables, keeping: Safekeeping): EventStore => ({
  read: (stream, after = 0) =>
    typeof after === 'number'
      ? readStream({ client, table: tables.events, keeping }, stream, after)
      : readOn({ client, table: tables.events, keeping }, after),
  resume: (stream, place) => resumeAt({ client, table: tables.events, keeping }, stream, place),
  unwritten: (stream) => mintHead(stream),

  async commit(commit) {
    checkCommit(commit);
    const items = await itemsOf(commit, keeping);
    const [only, ...more] = items;
    const isAlone =
      more.length === 0 && !commit.unchanged?.length && !commit.claims?.length && !commit.releases?.length;
    return only && isAlone
      ? putAlone({ client, table: tables.events, keeping }, commit, only)
      : putTogether({ client, table: tables.events, keeping }, commit, transactionOf(tables, commit, items));
  },

  async held(kind, key, now) {
    const { Item } = await client.send(
      new GetCommand({ TableName: tables.claims, Key: claimKey({ kind, key }), ConsistentRead: true }),
    );
    if (!Item) return undefined;
    const { value, expiresAt } = ClaimItem.parse(Item);
    return expiresAt === undefined || expiresAt > secondsOf(now) ? JSON.parse(value) : undefined;
  },
});

type Read = ReturnType<EventStore['read']>;

interface Shelf {
  client: DynamoDBDocumentClient;
  table: string;
  keeping: Safekeeping;
}

/** The commits that begin after a version. */
const itemsAfter = async ({ client, table }: Shelf, stream: string, version: number) => {
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

const eventsOf = async ({ keeping }: Shelf, items: readonly CommitItem[]) =>
  (await Promise.all(items.map((item) => eventsIn(item, keeping)))).flat();

const readStream = async (shelf: Shelf, stream: string, after: number): Read => {
  // The commit that holds version `after + 1` may begin before it.
  const items = await itemsAfter(shelf, stream, Math.max(0, after - MOST_EVENTS_PER_APPEND));
  const last = items.at(-1);
  // Nothing near `after`: the stream may be shorter than the caller thinks, and only a full read can tell its head.
  if (!last && after > 0) return readStream(shelf, stream, 0);
  const events = await eventsOf(
    shelf,
    items.filter(({ v }) => v > after),
  );
  return { events: events.filter(({ version }) => version > after), head: mintHead(stream, last) };
};

/** A head lies on the boundary of a commit, so nothing before it has to be looked at. */
const readOn = async (shelf: Shelf, head: Head): Read => {
  const items = await itemsAfter(shelf, head.stream, head.version);
  const last = items.at(-1);
  return { events: await eventsOf(shelf, items), head: last ? mintHead(head.stream, last) : head };
};

/** The commit at the place is read once more: it tells whether history is still the one that was folded. */
const resumeAt = async (shelf: Shelf, stream: string, { version, commit, begins }: Place) => {
  const [at, ...items] = await itemsAfter(shelf, stream, begins - 1);
  if (at?.c !== commit || at.v !== version) return undefined;
  return { events: await eventsOf(shelf, items), head: mintHead(stream, items.at(-1) ?? at) };
};

const putAlone = async (shelf: Shelf, commit: Commit, item: CommitItem) => {
  try {
    await shelf.client.send(new PutCommand({ TableName: shelf.table, Item: item, ...NOBODY_WAS_QUICKER }));
    return committedOf(commit);
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return lostRace(shelf, commit, [{ stream: item.pk, old: error.Item }]);
  }
};

const transactionOf = (tables: Tables, commit: Commit, items: readonly CommitItem[]): readonly Item[] => [
  ...items.map((item) => ({ Put: { TableName: tables.events, Item: item, ...NOBODY_WAS_QUICKER } })),
  ...(commit.unchanged ?? []).map(({ stream, version }) => ({
    ConditionCheck: { TableName: tables.events, Key: { pk: stream, sk: version + 1 }, ...NOBODY_WAS_QUICKER },
  })),
  ...(commit.claims ?? []).map((claim) => ({ Put: claimPut(tables.claims, commit, claim) })),
  ...(commit.releases ?? []).map((release) => ({ Delete: { TableName: tables.claims, Key: claimKey(release) } })),
];

const claimPut = (table: string, commit: Commit, claim: Claim) => ({
  TableName: table,
  Item: {
    ...claimKey(claim),
    c: commit.id,
    value: JSON.stringify(claim.value),
    ...(claim.expiresAt !== undefined && { expiresAt: claim.expiresAt }),
  },
  ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
  ExpressionAttributeValues: { ':now': secondsOf(commit.metadata.occurredAt) },
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
});

const putTogether = async (shelf: Shelf, commit: Commit, items: readonly Item[]) => {
  try {
    await shelf.client.send(new TransactWriteCommand({ TransactItems: [...items] }));
    return committedOf(commit);
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    return refusalOf(shelf, commit, error.CancellationReasons ?? [], error);
  }
};

const REFUSED = 'ConditionalCheckFailed';
/** Another transaction on one of our items was under way: nobody has won yet, so read again and retry. */
const CROSSED = 'TransactionConflict';

const refusalOf = async (
  shelf: Shelf,
  commit: Commit,
  reasons: readonly CancellationReason[],
  error: Error,
): Promise<CommitResult> => {
  const heads = [...commit.appends.map(({ head }) => head), ...(commit.unchanged ?? [])];
  const isOf = (reason: CancellationReason | undefined, code: string) => reason?.Code === code;
  if (reasons.some(({ Code }) => Code !== undefined && !['None', REFUSED, CROSSED].includes(Code))) throw error;

  const lost = heads.flatMap(({ stream }, index) => {
    const reason = reasons[index];
    if (isOf(reason, REFUSED)) return [{ stream, old: reason?.Item }];
    return isOf(reason, CROSSED) ? [{ stream, old: undefined }] : [];
  });
  const taken = (commit.claims ?? []).flatMap((claim, index) => {
    const old = reasons[heads.length + index];
    return isOf(old, REFUSED) && old?.Item ? [{ claim, item: ClaimItem.parse(unmarshall(old.Item)) }] : [];
  });
  if (taken.some(({ item }) => item.c === commit.id)) return committedOf(commit);
  const [first] = taken;
  const result = await lostRace(shelf, commit, lost);
  if (first && result.outcome !== 'committed')
    return { outcome: 'taken', claim: first.claim, held: JSON.parse(first.item.value) };
  return result;
};

/** What was lost where; our own commit among it is our own retry after a lost answer, which is a success. */
const lostRace = async (
  shelf: Shelf,
  commit: Commit,
  lost: readonly { stream: string; old: CancellationReason['Item'] }[],
): Promise<CommitResult> => {
  const items = lost.map(({ stream, old }) => ({ stream, item: old && CommitItem.parse(unmarshall(old)) }));
  if (items.some(({ item }) => item?.c === commit.id)) return committedOf(commit);
  return {
    outcome: 'conflict',
    streams: await Promise.all(
      items.map(async ({ stream, item }) =>
        item ? { stream, missed: { events: await eventsOf(shelf, [item]), head: mintHead(stream, item) } } : { stream },
      ),
    ),
  };
};
