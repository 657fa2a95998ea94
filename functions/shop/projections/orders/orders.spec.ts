import { describe, expect, it } from 'vitest';
import { BusinessDay } from '../../../../events/business-day.ts';
import { catalog } from '../../../../events/catalog.ts';
import { yen } from '../../../../events/money.ts';
import { subscriptions } from '../../../../events/subscriptions.ts';
import { seeded } from '../../../../tests/chaos/random.ts';
import { inMemoryEventStore } from '../../../platform/event-store/in-memory.ts';
import { rowPerStream } from '../../../platform/projection.ts';
import { inMemoryViewStore } from '../../../platform/view-store/in-memory.ts';
import { shownOrder } from '../../shown-order.ts';
import { GOES_WELL, orderStream, shipment } from './phrases.ts';
import { orders } from './project.ts';
import { ordersToBeShipped } from './to-be-shipped.ts';
import { OrderRow, orderKey } from './view.ts';

type Story = Parameters<typeof orderStream>[1];

const shop = () => {
  const view = inMemoryViewStore();
  const apply = rowPerStream(orders, view, inMemoryEventStore());
  const tell = async (story: Story, orderId = 'o1', startedAt?: string) => {
    for (const event of orderStream(orderId, story, startedAt)) await apply(event);
  };
  const order = async (orderId = 'o1') => shownOrder(OrderRow.parse((await view.get(orderKey(orderId))).row));
  return { view, tell, order };
};
const seenAfter = async (...story: Story) => {
  const { tell, order } = shop();
  await tell(story);
  return order();
};
const declined: Story = [...GOES_WELL.slice(0, 2), 'shop.order-step-refused'];

describe('an order, seen', () => {
  it.each([
    [1, 'pending', 'reserve-stock'],
    [2, 'stock-reserved', 'authorize-payment'],
    [3, 'payment-authorized', 'arrange-shipping'],
    [4, 'shipping-arranged', 'capture-payment'],
    [5, 'shipping-arranged', 'confirm-order'],
    [6, 'confirmed', 'confirm-order'],
  ])('given %i events of one that goes well, is %s, at the step %s', async (count, status, currentStep) =>
    expect(await seenAfter(...GOES_WELL.slice(0, count))).toMatchObject({ status, saga: { currentStep } }));

  it('given all went well, is paid and sent, and its saga came to its end', async () => {
    const order = await seenAfter(...GOES_WELL);
    expect(order).toMatchObject({
      memberId: 'aki',
      total: yen(1760),
      items: [{ productId: 'bookmark', quantity: 2 }],
      payment: { status: 'captured', captured: yen(1760), refunded: yen(0), last4: '4242' },
      shipment,
      saga: { status: 'succeeded', startedAt: '2026-05-01T00:00:00.000Z', completedAt: '2026-05-01T00:00:05.000Z' },
    });
    expect(order.saga).not.toHaveProperty('failureReason');
    expect(order.timeline.map(({ event }) => event)).toEqual(GOES_WELL);
    for (const { detail } of order.timeline) expect(detail).not.toBe('');
  });

  it('never shows an address, or what the gateway calls the card', async () =>
    expect(JSON.stringify(await seenAfter(...GOES_WELL))).not.toMatch(
      /shippingAddress|postalCode|method|authorizationId/,
    ));

  it('given the card is declined, gives back what it holds and ends cancelled for that reason', async () => {
    expect(await seenAfter(...declined)).toMatchObject({
      status: 'cancelling',
      payment: { status: 'declined', captured: yen(0) },
      saga: { status: 'compensating', currentStep: 'release-stock', failureReason: 'card-declined' },
    });
    expect(await seenAfter(...declined, 'shop.order-stock-released', 'shop.order-cancelled')).toMatchObject({
      status: 'cancelled',
      saga: { status: 'compensated', currentStep: 'close-order', completedAt: '2026-05-01T00:00:04.000Z' },
    });
  });

  it('given the carrier refuses after the capture, shows what was refunded and no parcel', async () => {
    const refused = ['shop.order-step-refused', { step: 'confirm-order', reason: 'carrier-refused' }] as const;
    const story = [...GOES_WELL.slice(0, 5), refused];
    expect(await seenAfter(...story)).toMatchObject({ saga: { currentStep: 'refund-payment' }, shipment });
    const back = await seenAfter(...story, 'shop.order-payment-refunded', 'shop.order-shipping-cancelled');
    expect(back).toMatchObject({
      payment: { status: 'refunded', captured: yen(1760), refunded: yen(1760) },
      saga: { currentStep: 'release-stock' },
    });
    expect(back).not.toHaveProperty('shipment');
  });

  it('given a step gave up, ends failed; what was promised is voided', async () =>
    expect(
      await seenAfter(
        ...GOES_WELL.slice(0, 3),
        'shop.order-step-gave-up',
        'shop.order-payment-voided',
        'shop.order-stock-released',
        'shop.order-failed',
      ),
    ).toMatchObject({
      status: 'failed',
      payment: { status: 'voided' },
      saga: { status: 'compensated', failureReason: 'took-too-long' },
    }));

  it('given it is given back, when the carrier answers late, does not turn round', async () =>
    expect(
      await seenAfter(...GOES_WELL.slice(0, 3), 'shop.order-step-gave-up', 'shop.order-shipping-arranged'),
    ).toMatchObject({ status: 'cancelling', saga: { currentStep: 'cancel-shipping' } }));

  it('given giving back failed, needs attention until it is resumed, and keeps why it all began', async () => {
    const stuck = [...GOES_WELL.slice(0, 5), 'shop.order-step-gave-up', 'shop.order-needs-attention'] as const;
    expect(await seenAfter(...stuck)).toMatchObject({
      status: 'needs-attention',
      saga: { status: 'needs-attention', currentStep: 'refund-payment', failureReason: 'took-too-long' },
    });
    expect(await seenAfter(...stuck, 'shop.order-resumed')).toMatchObject({ status: 'cancelling' });
  });

  it('given it is cancelled after it was confirmed, its saga goes on until that is done', async () => {
    const story = [...GOES_WELL, ['shop.order-cancellation-requested', { confirmed: true }] as const];
    const going = await seenAfter(...story);
    expect(going).toMatchObject({ status: 'cancelling', saga: { status: 'compensating' } });
    expect(going.saga).not.toHaveProperty('completedAt');
    expect(await seenAfter(...story, 'shop.order-payment-refunded', 'shop.order-cancelled')).toMatchObject({
      status: 'cancelled',
      saga: { completedAt: '2026-05-01T00:00:08.000Z' },
    });
  });

  it('given somebody resumes it for ever, keeps its beginning and what happened last', async () => {
    const again = Array.from({ length: 200 }, () => 'shop.order-resumed' as const);
    const { timeline } = await seenAfter(...GOES_WELL, ...again, 'shop.order-failed');
    expect(timeline).toHaveLength(100);
    expect([timeline[0]?.event, timeline[99]?.event]).toEqual(['shop.order-placed', 'shop.order-failed']);
  });

  it('given its events come in any order and several times, is what its stream says', async () => {
    const story = [...GOES_WELL, 'shop.order-shipped'] as const;
    const events = orderStream('o1', story);
    for (const seed of [1, 2, 3, 4]) {
      const [view, store] = [inMemoryViewStore(), inMemoryEventStore()];
      for (const event of events) {
        const { head } = await store.read(event.stream);
        await store.commit({ id: event.id, appends: [{ head, events: [event] }], metadata: event.metadata });
      }
      const apply = rowPerStream(orders, view, store);
      for (const event of seeded(seed).shuffled([...events, ...events])) await apply(event);
      expect(shownOrder(OrderRow.parse((await view.get(orderKey('o1'))).row))).toEqual(await seenAfter(...story));
    }
  });

  it('hears everything that is told of orders, so that its row is as far as its stream', () => {
    const told = catalog.filter(({ category }) => category === 'order').map(({ type }) => type);
    expect([...subscriptions.orders].toSorted()).toEqual(told.toSorted());
  });
});

describe('what is to be shipped', () => {
  it('given days of confirmation, is what was confirmed until then and neither shipped nor cancelled', async () => {
    const { view, tell } = shop();
    await tell(GOES_WELL, 'o1', '2026-05-01T14:59:00.000Z');
    await tell(GOES_WELL, 'o2', '2026-05-01T15:00:00.000Z');
    await tell([...GOES_WELL, 'shop.order-shipped'], 'o3');
    await tell([...GOES_WELL, 'shop.order-cancellation-requested'], 'o4');
    await tell(GOES_WELL.slice(0, 4), 'o5');
    const until = async (day: string) => Array.fromAsync(ordersToBeShipped(view, BusinessDay.parse(day)));
    expect(await until('2026-04-30')).toEqual([]);
    expect(await until('2026-05-01')).toEqual(['o1']);
    expect(await until('2026-05-02')).toEqual(['o1', 'o2']);
  });
});
