import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventStore, EventType } from '@castore/core';
import { DynamoDBSingleTableEventStorageAdapter } from '@castore/event-storage-adapter-dynamodb';
import { type Design, type Fact, fold, nothing } from './design.ts';

const copyLent = new EventType<'COPY_LENT', Fact>({ type: 'COPY_LENT' });

/** castore with its single-table adapter, as its documentation shows it. Several events are pushed one after the other. */
export const castore = (dynamoDBClient: DynamoDBClient): Design => {
  const shelves = new EventStore({
    eventStoreId: 'SHELVES',
    eventTypes: [copyLent],
    // Before the first event there is no state, whatever the type says.
    reducer: (state: { aggregateId: string; version: number; count: number; last: string } | undefined, event) => ({
      ...fold(state ?? nothing, event.payload),
      aggregateId: event.aggregateId,
      version: event.version,
    }),
    eventStorageAdapter: new DynamoDBSingleTableEventStorageAdapter({ tableName: 'castore', dynamoDBClient }),
  });
  const push = async (id: string, version: number, payload: Fact) =>
    void (await shelves.pushEvent({ aggregateId: id, version, type: 'COPY_LENT', payload }));
  const load: Design['load'] = async (id) => (await shelves.getAggregate(id)).aggregate ?? nothing;
  return {
    name: 'castore',
    async append(id, version, facts) {
      for (const [index, fact] of facts.entries()) await push(id, version + index + 1, fact);
    },
    load,
    command: async (id, fact) => push(id, (await load(id)).count + 1, fact),
  };
};
