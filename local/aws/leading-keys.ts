import type { DynamoDbInput } from './dynamodb-access.ts';

/** An item or a key in DynamoDB's own form: attribute name → `{ S: '…' }`. */
export type Item = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const scalar = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((inner) => (typeof inner === 'string' ? [inner] : []));
};

/** The distinct hash key values of items, as IAM compares them: plain text. */
export const hashValues = (items: readonly Item[], hashKey: string | undefined): string[] =>
  hashKey === undefined ? [] : [...new Set(items.flatMap((item) => scalar(item[hashKey])))];

const EQUALITY = /([#\w.-]+)\s*=\s*(:\w+)/g;

/** The hash key value that a query names, from `KeyConditionExpression` (`pk = :x`, `#p = :x`) or the older `KeyConditions`. */
export const queriedHashValue = (input: DynamoDbInput, hashKey: string | undefined): string[] => {
  if (hashKey === undefined) return [];
  const old = input.KeyConditions?.[hashKey]?.AttributeValueList ?? [];
  if (old.length > 0) return old.flatMap(scalar);

  for (const [, name = '', value = ''] of (input.KeyConditionExpression ?? '').matchAll(EQUALITY)) {
    const attribute = name.startsWith('#') ? input.ExpressionAttributeNames?.[name] : name;
    if (attribute === hashKey) return scalar(input.ExpressionAttributeValues?.[value]);
  }
  return [];
};
