import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { ClaimItem, claimKey, secondsOf } from './claim-item.ts';
import { checkCommit, itemsOf } from './commit.ts';
import { readOn, readStream, resumeAt } from './dynamodb-reading.ts';
import { putAlone, putTogether, type Tables, transactionOf } from './dynamodb-writing.ts';
import { type EventStore, mintHead } from './port.ts';
import type { Safekeeping } from './safekeeping.ts';

/** The event store on DynamoDB: one conditional put, or one transaction when a commit spans more than one item. */
export const dynamoEventStore = (client: DynamoDBDocumentClient, tables: Tables, keeping: Safekeeping): EventStore => {
  const table = { client, table: tables.events, keeping };
  return {
    read: (stream, after = 0) => (typeof after === 'number' ? readStream(table, stream, after) : readOn(table, after)),
    resume: (stream, place) => resumeAt(table, stream, place),
    unwritten: (stream) => mintHead(stream),

    async commit(commit) {
      checkCommit(commit);
      const items = await itemsOf(commit, keeping);
      const [only, ...more] = items;
      const isAlone =
        more.length === 0 && !commit.unchanged?.length && !commit.claims?.length && !commit.releases?.length;
      return only && isAlone
        ? putAlone(table, commit, only)
        : putTogether(table, commit, transactionOf(tables, commit, items));
    },

    async held(kind, key, now) {
      const { Item } = await client.send(
        new GetCommand({ TableName: tables.claims, Key: claimKey({ kind, key }), ConsistentRead: true }),
      );
      if (!Item) return undefined;
      const { value, expiresAt } = ClaimItem.parse(Item);
      return expiresAt === undefined || expiresAt > secondsOf(now) ? JSON.parse(value) : undefined;
    },
  };
};
