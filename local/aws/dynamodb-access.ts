import * as z from 'zod';
import type { AccessRequest } from '../ports.ts';
import type { Account } from './aws-service.ts';
import { hashValues, type Item, queriedHashValue } from './leading-keys.ts';
import type { TableBook } from './tables.ts';

const Attributes = z.record(z.string(), z.record(z.string(), z.unknown()));
const Entry = z.looseObject({ TableName: z.string(), Key: Attributes.optional(), Item: Attributes.optional() });

/** The parts of a DynamoDB request that permissions and streams depend on; everything else passes unread. */
export const DynamoDbInput = z.looseObject({
  TableName: z.string().optional(),
  IndexName: z.string().optional(),
  Key: Attributes.optional(),
  Item: Attributes.optional(),
  KeyConditionExpression: z.string().optional(),
  KeyConditions: z
    .record(z.string(), z.looseObject({ AttributeValueList: z.array(z.unknown()).optional() }))
    .optional(),
  ExpressionAttributeNames: z.record(z.string(), z.string()).optional(),
  ExpressionAttributeValues: Attributes.optional(),
  TransactItems: z.array(z.record(z.string(), Entry)).optional(),
  RequestItems: z.record(z.string(), z.unknown()).optional(),
});
export type DynamoDbInput = z.infer<typeof DynamoDbInput>;

const BatchGet = z.looseObject({ Keys: z.array(Attributes) });
const BatchWrite = z.array(
  z.looseObject({
    PutRequest: z.looseObject({ Item: Attributes }).optional(),
    DeleteRequest: z.looseObject({ Key: Attributes }).optional(),
  }),
);

const transactionActions: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

/** Table names come bare or as ARNs. */
export const tableNameOf = (nameOrArn: string): string => /:table\/([^/]+)/.exec(nameOrArn)?.[1] ?? nameOrArn;

/** Which permissions a DynamoDB call needs on AWS, with `dynamodb:LeadingKeys` where a hash key is known. */
export const dynamoDbAccess = (account: Account, tables: TableBook) => {
  const arnOf = (table: string) =>
    `arn:aws:dynamodb:${account.region}:${account.accountId}:table/${tableNameOf(table)}`;
  const hashKeyOf = (table: string) => tables.get(tableNameOf(table))?.hashKey;

  const onItems = (action: string, table: string, items: readonly Item[]): AccessRequest => {
    const keys = hashValues(items, hashKeyOf(table));
    return { action: `dynamodb:${action}`, resource: arnOf(table), ...leading(keys) };
  };

  const onQuery = (operation: string, table: string, input: DynamoDbInput): AccessRequest => {
    const index = input.IndexName;
    const hashKey = index === undefined ? hashKeyOf(table) : tables.get(tableNameOf(table))?.indexes.get(index);
    const resource = index === undefined ? arnOf(table) : `${arnOf(table)}/index/${index}`;
    return { action: `dynamodb:${operation}`, resource, ...leading(queriedHashValue(input, hashKey)) };
  };

  const inTransaction = ({ TransactItems = [] }: DynamoDbInput): AccessRequest[] =>
    TransactItems.flatMap((item) =>
      Object.entries(item).map(([kind, { TableName, Key, Item }]) =>
        onItems(transactionActions[kind] ?? kind, TableName, [Key ?? Item ?? {}]),
      ),
    );

  const inBatch = (operation: string, { RequestItems = {} }: DynamoDbInput): AccessRequest[] =>
    Object.entries(RequestItems).map(([table, request]) => onItems(operation, table, batchItems(request)));

  return (operation: string, input: DynamoDbInput): readonly AccessRequest[] => {
    if (operation.startsWith('Transact')) return inTransaction(input);
    if (operation.startsWith('Batch')) return inBatch(operation, input);
    const { TableName } = input;
    if (TableName === undefined) return [{ action: `dynamodb:${operation}`, resource: '*' }];
    if (operation === 'Query' || operation === 'Scan') return [onQuery(operation, TableName, input)];
    const item = input.Key ?? input.Item;
    return [onItems(operation, TableName, item ? [item] : [])];
  };
};

const leading = (keys: readonly string[]) => (keys.length > 0 ? { context: { 'dynamodb:LeadingKeys': keys } } : {});

const batchItems = (request: unknown): Item[] => {
  const get = BatchGet.safeParse(request);
  if (get.success) return get.data.Keys;
  const write = BatchWrite.safeParse(request);
  if (!write.success) return [];
  const items = write.data.map(({ PutRequest, DeleteRequest }) => PutRequest?.Item ?? DeleteRequest?.Key);
  return items.filter((item) => item !== undefined);
};

/** The tables that a call writes; empty for reads. */
export const writtenTables = (operation: string, input: DynamoDbInput): readonly string[] => {
  switch (operation) {
    case 'PutItem':
    case 'UpdateItem':
    case 'DeleteItem':
      return input.TableName === undefined ? [] : [tableNameOf(input.TableName)];
    case 'BatchWriteItem':
      return Object.keys(input.RequestItems ?? {}).map(tableNameOf);
    case 'TransactWriteItems':
      return (input.TransactItems ?? []).flatMap((item) =>
        Object.entries(item).flatMap(([kind, entry]) =>
          kind === 'ConditionCheck' ? [] : [tableNameOf(entry.TableName)],
        ),
      );
    default:
      return [];
  }
};
