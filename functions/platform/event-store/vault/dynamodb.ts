import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Pace, processPace } from '../../pace.ts';
import { recent } from '../../recent.ts';
import { type KeyEraser, SubjectErased, type Vault } from './port.ts';
import { openWith, sealWith } from './seal.ts';

interface Settings {
  /** Table of the subjects' keys, each encrypted with the KMS key. An erased one leaves its tombstone. */
  table: string;
  /** Id or ARN of the KMS key that wraps them. */
  kmsKey: string;
}

const KeyItem = z.object({ pk: z.string(), wrapped: z.instanceof(Uint8Array).optional() });
type Known = { key: Uint8Array | undefined; until: number };

/** An erased key is forgotten by every function within this time. */
const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 1_000;

/** Data keys in a table, wrapped by KMS and bound to their subject. */
export const dynamoVault = (
  client: DynamoDBDocumentClient,
  kms: KMSClient,
  { table, kmsKey }: Settings,
  { uptime }: Pace = processPace,
): Vault => {
  const known = recent<Known>(MOST_REMEMBERED);
  const remember = (subject: string, key: Uint8Array | undefined) =>
    known.keep(subject, { key, until: uptime() + REMEMBERED_MS }).key;

  /** The key of a subject; undefined when it was erased, null when there never was one. */
  const find = async (subject: string): Promise<Uint8Array | undefined | null> => {
    const remembered = known.get(subject);
    if (remembered && remembered.until > uptime()) return remembered.key;
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: { pk: subject }, ConsistentRead: true }),
    );
    if (!Item) return null;
    const { wrapped } = KeyItem.parse(Item);
    return remember(subject, wrapped && (await unwrapped(kms, kmsKey, subject, wrapped)));
  };

  const make = async (subject: string): Promise<Uint8Array | undefined> => {
    const made = await kms.send(
      new GenerateDataKeyCommand({ KeyId: kmsKey, KeySpec: 'AES_256', EncryptionContext: { subject } }),
    );
    try {
      await client.send(
        new PutCommand({
          TableName: table,
          Item: { pk: subject, wrapped: made.CiphertextBlob },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
      return remember(subject, made.Plaintext);
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return (await find(subject)) ?? undefined;
    }
  };

  return {
    async seal(subject, value, boundTo) {
      const found = await find(subject);
      const key = found === null ? await make(subject) : found;
      if (!key) throw new SubjectErased(subject);
      return sealWith(key, value, boundTo);
    },
    async open(subject, sealed, boundTo) {
      const key = await find(subject);
      return key ? openWith(key, sealed, boundTo) : undefined;
    },
  };
};

const unwrapped = async (kms: KMSClient, kmsKey: string, subject: string, wrapped: Uint8Array) => {
  const { Plaintext } = await kms.send(
    new DecryptCommand({ KeyId: kmsKey, CiphertextBlob: wrapped, EncryptionContext: { subject } }),
  );
  return Plaintext;
};

/** Replaces a subject's key by a tombstone, so that nobody ever makes a second one. */
export const dynamoKeyEraser = (client: DynamoDBDocumentClient, table: string): KeyEraser => ({
  erase: async (subject) => {
    await client.send(new PutCommand({ TableName: table, Item: { pk: subject } }));
  },
});
