import {
  type CancellationReason,
  ConditionalCheckFailedException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { PutCommand, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { ClaimItem, claimKey, secondsOf } from './claim-item.ts';
import { committedOf } from './commit.ts';
import { CommitItem } from './commit-item.ts';
import { type EventTable, eventsOf } from './dynamodb-reading.ts';
import { type Claim, type Commit, type CommitResult, mintHead } from './port.ts';

/** Names of the tables of a store. */
export interface Tables {
  events: string;
  claims: string;
}
type Item = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

const NOBODY_WAS_QUICKER = {
  ConditionExpression: 'attribute_not_exists(pk)',
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
} as const;

/** A commit that is one item: one conditional put. */
export const putAlone = async (at: EventTable, commit: Commit, item: CommitItem) => {
  try {
    await at.client.send(new PutCommand({ TableName: at.table, Item: item, ...NOBODY_WAS_QUICKER }));
    return committedOf(commit);
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return lostRace(at, commit, [{ stream: item.pk, old: error.Item }]);
  }
};

/** The items of a transaction: appends, check-only streams, claims, releases, in this order. */
export const transactionOf = (tables: Tables, commit: Commit, items: readonly CommitItem[]): readonly Item[] => [
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

/** A commit of several items: all or nothing. */
export const putTogether = async (at: EventTable, commit: Commit, items: readonly Item[]) => {
  try {
    await at.client.send(new TransactWriteCommand({ TransactItems: [...items] }));
    return committedOf(commit);
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    return refusalOf(at, commit, error.CancellationReasons ?? [], error);
  }
};

const REFUSED = 'ConditionalCheckFailed';
/** Another transaction on one of our items was under way: nobody has won yet, so read again and retry. */
const CROSSED = 'TransactionConflict';

const refusalOf = async (
  at: EventTable,
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
  const result = await lostRace(at, commit, lost);
  if (first && result.outcome !== 'committed')
    return { outcome: 'taken', claim: first.claim, held: JSON.parse(first.item.value) };
  return result;
};

/** What was lost where; our own commit among it is our own retry after a lost answer, which is a success. */
const lostRace = async (
  at: EventTable,
  commit: Commit,
  lost: readonly { stream: string; old: CancellationReason['Item'] }[],
): Promise<CommitResult> => {
  const items = lost.map(({ stream, old }) => ({ stream, item: old && CommitItem.parse(unmarshall(old)) }));
  if (items.some(({ item }) => item?.c === commit.id)) return committedOf(commit);
  return {
    outcome: 'conflict',
    streams: await Promise.all(
      items.map(async ({ stream, item }) =>
        item ? { stream, missed: { events: await eventsOf(at, [item]), head: mintHead(stream, item) } } : { stream },
      ),
    ),
  };
};
