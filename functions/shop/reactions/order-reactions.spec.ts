import { describe, expect, it } from 'vitest';
import { BusinessDay } from '../../../events/business-day.ts';
import type { Recorded } from '../../../events/envelope.ts';
import { OrderId } from '../../../events/ids.ts';
import { streamName } from '../../../events/stream-name.ts';
import { commandLoop } from '../../platform/command-loop.ts';
import { inMemoryEventStore } from '../../platform/event-store/in-memory.ts';
import { heard } from '../../platform/listener/heard.ts';
import { calledOff, confirmed, onTheWay, orderId, placed, shipment } from '../domain/order/phrases.ts';
import { orderBook } from '../sagas/order/order-book.ts';
import type { Parcel } from '../shipping/port.ts';
import { shipOrders } from './ship-orders/react.ts';
import { startOrderSaga } from './start-order-saga/react.ts';

const recorded = <Event extends { type: string; data: unknown }>(event: Event, stream = 'order'): Recorded<Event> => ({
  ...event,
  id: `${event.type}.0`,
  schemaVersion: 1,
  stream: `main#${stream}#1`,
  version: 1,
  metadata: {
    correlationId: 'journey-1',
    causationId: 'request-1',
    actor: { kind: 'member', id: 'aki' },
    occurredAt: '2026-12-02T15:00:00Z',
  },
});

describe('the saga of an order', () => {
  const startedBy = async (event: { type: string; data: unknown }) => {
    const started: unknown[] = [];
    const start = startOrderSaga({
      executions: { start: async (...with_) => void started.push(with_.slice(0, 2)), answer: async () => {} },
    });
    const told = heard('start-order-saga', recorded(event));
    if (told) await start(told);
    return started;
  };
  it('is started by placing it, under its id', async () =>
    expect(await startedBy(placed)).toEqual([[orderId, { orderId, begin: 'order', correlationId: 'journey-1' }]]));
  it('has one of its own that gives everything back when it was confirmed', async () =>
    expect(await startedBy(calledOff(true))).toEqual([
      [`${orderId}-cancellation`, { orderId, begin: 'give-back', correlationId: 'journey-1' }],
    ]));
  it('sees for itself when it is called off before that', async () => expect(await startedBy(calledOff())).toEqual([]));
});

describe('the morning', () => {
  const shippedOn = async (parcel: Parcel | undefined) => {
    const store = inMemoryEventStore();
    const stream = streamName('order', orderId);
    const { metadata } = recorded(placed);
    const events = [placed, ...onTheWay, confirmed];
    await store.commit({ id: 'before', appends: [{ head: store.unwritten(stream), events }], metadata });
    const asked: string[] = [];
    const ship = shipOrders({
      ordersToBeShipped: async function* (until) {
        asked.push(until);
        yield OrderId.parse(orderId);
      },
      book: orderBook(commandLoop(store)),
      carrier: { lookUp: async () => parcel },
    });
    const dayBegan = recorded(
      { type: 'platform.day-began' as const, data: { day: BusinessDay.parse('2026-12-03') } },
      'calendar',
    );
    await ship(dayBegan);
    await ship(dayBegan);
    const told = (await store.read(stream)).events.filter(({ type }) => type === 'shop.order-shipped').length;
    return { asked: asked[0], told };
  };
  it('ships what was confirmed before that day and what the carrier has, once', async () =>
    expect(await shippedOn({ status: 'picked-up', shipment })).toEqual({ asked: '2026-12-02', told: 1 }));
  it('ships nothing that still stands at the door', async () =>
    expect(await shippedOn({ status: 'confirmed', shipment })).toMatchObject({ told: 0 }));
});
