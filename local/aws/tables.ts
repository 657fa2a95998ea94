import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import type { Log, Resource } from '../ports.ts';
import { type EngineCall, engineFaultCode } from './engine-call.ts';

/** What the endpoint must know of a table to check permissions. */
export interface TableKeys {
  /** Attribute name of the table's hash key. */
  hashKey: string;
  /** Attribute names of the hash keys of its indexes. */
  indexes: ReadonlyMap<string, string>;
}

/** The tables of the assembly by physical name. */
export type TableBook = ReadonlyMap<string, TableKeys>;

/** Thrown when a table of the template cannot be had; the message names it. */
export class TableProblem extends Error {
  readonly reason = 'table-differs';
}

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const Index = z.object({ IndexName: z.string(), KeySchema, Projection: z.looseObject({}) });
const Table = z.object({
  KeySchema,
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  GlobalSecondaryIndexes: z.array(Index).optional(),
  LocalSecondaryIndexes: z.array(Index).optional(),
  StreamSpecification: z.object({ StreamViewType: z.string() }).optional(),
  TimeToLiveSpecification: z
    .object({ AttributeName: z.string().optional(), Enabled: z.stringbool().or(z.boolean()) })
    .optional(),
});
type Table = z.infer<typeof Table>;
type IndexShape = z.infer<typeof Index>;

const Existing = z.object({
  Table: z.object({
    KeySchema,
    GlobalSecondaryIndexes: z.array(z.object({ IndexName: z.string() })).optional(),
    StreamSpecification: z.object({ StreamEnabled: z.boolean() }).optional(),
  }),
});

/**
 * Creates the tables of the template that are absent, adds missing indexes, streams and TTL to those that exist.
 * Rejects with a `TableProblem` when a table exists with another key schema or its properties are malformed.
 */
export const createTables = async (resources: readonly Resource[], call: EngineCall, log: Log): Promise<TableBook> => {
  const book = new Map<string, TableKeys>();
  for (const { type, physicalId, properties } of resources) {
    if (type !== 'AWS::DynamoDB::Table') continue;
    const parsed = Table.safeParse(properties);
    if (!parsed.success) throw new TableProblem(`Table ${physicalId}: ${z.prettifyError(parsed.error)}`);
    await haveTable(physicalId, parsed.data, call, log);
    book.set(physicalId, keysOf(parsed.data));
  }
  return book;
};

const keysOf = ({ KeySchema: schema, GlobalSecondaryIndexes = [], LocalSecondaryIndexes = [] }: Table): TableKeys => ({
  hashKey: hashOf(schema),
  indexes: new Map(
    [...GlobalSecondaryIndexes, ...LocalSecondaryIndexes].map((index) => [index.IndexName, hashOf(index.KeySchema)]),
  ),
});

const hashOf = (schema: z.infer<typeof KeySchema>): string =>
  schema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';

const haveTable = async (name: string, table: Table, call: EngineCall, log: Log): Promise<void> => {
  const existing = await describe(name, call);
  if (!existing) {
    await create(name, table, call);
    log.info('created a table', { table: name });
  } else {
    if (!isDeepStrictEqual(existing.KeySchema, table.KeySchema)) {
      throw new TableProblem(
        `Table ${name} exists with another key schema; remove the data directory or rename the table`,
      );
    }
    await addMissing(name, table, existing, call);
  }
  await setTimeToLive(name, table, call);
};

const describe = async (name: string, call: EngineCall) => {
  try {
    return Existing.parse(await call('DynamoDB_20120810.DescribeTable', { TableName: name })).Table;
  } catch (error) {
    if (engineFaultCode(error) === 'ResourceNotFoundException') return undefined;
    throw error;
  }
};

const streamOf = ({ StreamSpecification: stream }: Table) =>
  stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: stream.StreamViewType } };

const create = async (name: string, table: Table, call: EngineCall): Promise<void> => {
  const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, LocalSecondaryIndexes } = table;
  await call('DynamoDB_20120810.CreateTable', {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema,
    AttributeDefinitions,
    GlobalSecondaryIndexes,
    LocalSecondaryIndexes,
    ...streamOf(table),
  });
};

const addMissing = async (
  name: string,
  table: Table,
  existing: z.infer<typeof Existing>['Table'],
  call: EngineCall,
) => {
  const present = new Set(existing.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName));
  const missing = (table.GlobalSecondaryIndexes ?? []).filter(({ IndexName }) => !present.has(IndexName));
  for (const index of missing) await addIndex(name, table, index, call);
  if (table.StreamSpecification && !existing.StreamSpecification?.StreamEnabled) {
    await call('DynamoDB_20120810.UpdateTable', { TableName: name, ...streamOf(table) });
  }
};

const addIndex = (name: string, table: Table, index: IndexShape, call: EngineCall) =>
  call('DynamoDB_20120810.UpdateTable', {
    TableName: name,
    AttributeDefinitions: table.AttributeDefinitions,
    GlobalSecondaryIndexUpdates: [{ Create: index }],
  });

const setTimeToLive = async (name: string, table: Table, call: EngineCall): Promise<void> => {
  const { AttributeName, Enabled } = table.TimeToLiveSpecification ?? {};
  if (!AttributeName || !Enabled) return;
  const Present = z.object({ TimeToLiveDescription: z.object({ TimeToLiveStatus: z.string() }) });
  const present = Present.parse(await call('DynamoDB_20120810.DescribeTimeToLive', { TableName: name }));
  if (present.TimeToLiveDescription.TimeToLiveStatus.startsWith('ENABL')) return;
  await call('DynamoDB_20120810.UpdateTimeToLive', {
    TableName: name,
    TimeToLiveSpecification: { AttributeName, Enabled: true },
  });
};
