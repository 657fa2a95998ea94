import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { packedState, unpackedState } from './packed-state.ts';
import type { Snapshots } from './port.ts';

const SnapshotItem = z.object({
  state: z.instanceof(Uint8Array),
  version: z.number().int().positive(),
  commit: z.string(),
  begins: z.number().int().positive(),
});

/** A larger state is not kept: DynamoDB takes 400 KB, and so long a fold has to be made shorter in another way. */
const MOST_BYTES = 350 * 1024;

/** Snapshots in a table: `pk` is the stream, `sk` the reducer. */
export const dynamoSnapshots = (client: DynamoDBDocumentClient, table: string): Snapshots => ({
  async find(stream, reducer) {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: { pk: stream, sk: reducer } }));
    const item = SnapshotItem.safeParse(Item);
    if (!item.success) return undefined;
    const { state, ...place } = item.data;
    return { state: unpackedState(state), place };
  },
  async keep(stream, reducer, { state, place: { version, commit, begins } }) {
    const bytes = packedState(state);
    if (bytes.length > MOST_BYTES) return;
    const item = { pk: stream, sk: reducer, state: bytes, version, commit, begins };
    await client.send(new PutCommand({ TableName: table, Item: item }));
  },
});
