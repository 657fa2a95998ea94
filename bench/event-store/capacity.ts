import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Capacity units that the engine says were used. */
export interface Capacity {
  total(): { read: number; written: number };
}

const WRITES = new Set(['PutItemCommand', 'TransactWriteItemsCommand', 'UpdateItemCommand', 'DeleteItemCommand']);

/** Asks for the consumed capacity of every call of a client, and adds it up. */
export const countingCapacity = (client: DynamoDBClient): Capacity => {
  const used = { read: 0, written: 0 };
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
        const result = await next(args);
        const { ConsumedCapacity: consumed } = result.output as {
          ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[];
        };
        const units = [consumed ?? []].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
        used[WRITES.has(commandName) ? 'written' : 'read'] += units;
        return result;
      },
    { step: 'initialize', name: 'counting-capacity' },
  );
  return { total: () => ({ ...used }) };
};
