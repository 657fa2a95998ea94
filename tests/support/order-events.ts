import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { BunkoEvent } from '../../events/catalog.ts';
import { streamName } from '../../events/stream-name.ts';
import { inMemoryBlobs } from '../../functions/platform/event-store/blobs/in-memory.ts';
import { dynamoEventStore } from '../../functions/platform/event-store/dynamodb.ts';
import { closedVault } from '../../functions/platform/event-store/vault/closed.ts';

/** What the event table says of orders, each from its beginning. */
export const eventsOfOrders = async (
  endpoint: string,
  orderIds: readonly string[],
): Promise<(readonly BunkoEvent[])[]> => {
  const client = new DynamoDBClient({
    endpoint,
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const tables = { events: 'bunko-local-events', claims: 'bunko-local-claims' };
  const store = dynamoEventStore(DynamoDBDocumentClient.from(client), tables, {
    vault: closedVault,
    blobs: inMemoryBlobs(),
  });
  const streams: (readonly BunkoEvent[])[] = [];
  for (const orderId of orderIds)
    streams.push((await store.read(streamName('order', orderId))).events as readonly BunkoEvent[]);
  client.destroy();
  return streams;
};

/** What orders come to by their events alone: how many there are, how they ended, and what stayed of their money. */
export const summedUp = (orders: readonly (readonly BunkoEvent[])[]) => {
  const sum = { orders: orders.length, byStatus: {} as Record<string, number>, revenue: 0 };
  for (const events of orders) {
    const status = endOf(events);
    sum.byStatus[status] = (sum.byStatus[status] ?? 0) + 1;
    for (const { type, data } of events) {
      if (type === 'shop.order-payment-captured') sum.revenue += data.amount.amount;
      if (type === 'shop.order-payment-refunded') sum.revenue -= data.amount.amount;
    }
  }
  return sum;
};

const endOf = (events: readonly BunkoEvent[]): string => {
  const types = events.map(({ type }) => type);
  if (types.includes('shop.order-cancelled')) return 'cancelled';
  if (types.includes('shop.order-failed')) return 'failed';
  return types.includes('shop.order-confirmed') ? 'confirmed' : 'under way';
};
