import { describe, expect, it } from 'vitest';
import { addDays, BusinessDay } from '../../../../events/business-day.ts';
import type { Recorded } from '../../../../events/envelope.ts';
import { MemberId } from '../../../../events/ids.ts';
import { yen } from '../../../../events/money.ts';
import { type Random, seeded } from '../../../../tests/chaos/random.ts';
import { inMemoryEventStore } from '../../../platform/event-store/in-memory.ts';
import { request } from '../../../platform/http/phrases.ts';
import { severalRows } from '../../../platform/projection.ts';
import { inMemoryViewStore } from '../../../platform/view-store/in-memory.ts';
import { orderStatistics } from '../../projections/order-statistics/project.ts';
import { bookmark, GOES_WELL, orderStream } from '../../projections/orders/phrases.ts';
import type { Statistics } from './endpoints.ts';
import { statisticsOf } from './statistics.ts';
import { statisticsRoutes } from './statistics-routes.ts';

type Story = Parameters<typeof orderStream>[1];

const declined: Story = [
  ...GOES_WELL.slice(0, 2),
  'shop.order-step-refused',
  'shop.order-stock-released',
  'shop.order-cancelled',
];
const cancelledAfterwards: Story = [
  ...GOES_WELL,
  'shop.order-cancellation-requested',
  'shop.order-payment-refunded',
  'shop.order-stock-released',
  'shop.order-cancelled',
];
const gaveUp: Story = [...GOES_WELL.slice(0, 3), 'shop.order-step-gave-up', 'shop.order-failed'];

const counting = () => {
  const view = inMemoryViewStore();
  const apply = severalRows(orderStatistics, view, inMemoryEventStore());
  let orders = 0;
  const tell = async (story: Story, placedAt = '2026-05-01T00:00:00.000Z') => {
    for (const event of orderStream(`o${++orders}`, story, placedAt)) await apply(event);
  };
  return { view, apply, tell, all: () => statisticsOf(view, {}) };
};

describe('the statistics of orders', () => {
  it('given no order, are nothing, and say so where there is nothing to divide by', async () =>
    expect(await counting().all()).toMatchObject({
      orders: 0,
      byStatus: { pending: 0, confirmed: 0 },
      byProduct: [],
      revenue: yen(0),
      averageValue: null,
      completionRate: null,
    }));

  it('given orders that ended in every way, count each by how it stands, and the money to the yen', async () => {
    const { tell, all } = counting();
    for (const story of [GOES_WELL, GOES_WELL, GOES_WELL.slice(0, 2), declined, cancelledAfterwards, gaveUp])
      await tell(story);
    expect(await all()).toMatchObject({
      orders: 6,
      byStatus: { 'stock-reserved': 1, confirmed: 2, cancelled: 2, failed: 1, pending: 0 },
      revenue: yen(3520),
      averageValue: yen(1760),
      completionRate: 0.4,
    });
  });

  it('count what was ordered of each product, and what of it is sold and stays sold', async () => {
    const { tell, all } = counting();
    await tell(GOES_WELL);
    const mug = { ...bookmark, productId: 'mug', name: 'Mug', quantity: 7 };
    await tell([['shop.order-placed', { lines: [bookmark, mug, { ...mug, quantity: 1 }] }]]);
    await tell(cancelledAfterwards);
    expect((await all()).byProduct).toEqual([
      { productId: 'mug', name: 'Mug', orders: 1, quantity: 8, sold: 0 },
      { productId: 'bookmark', name: bookmark.name, orders: 3, quantity: 6, sold: 2 },
    ]);
  });

  it('say how long each step took, from the event before it to its own', async () => {
    const { tell, all } = counting();
    await tell(GOES_WELL);
    await tell(GOES_WELL.slice(0, 2));
    const { stepTimes } = await all();
    expect(stepTimes[0]).toEqual({ step: 'reserve-stock', count: 2, meanMs: 1_000, longestMs: 1_000 });
    expect(stepTimes.map(({ count }) => count)).toEqual([2, 1, 1, 1, 1]);
  });

  it('count an order for the day on which it was placed, however late it is settled', async () => {
    const { view, tell } = counting();
    await tell(GOES_WELL, '2026-05-01T14:59:58.000Z');
    await tell(GOES_WELL, '2026-05-01T15:00:00.000Z');
    const on = async (day: string) => {
      const [from, to] = [BusinessDay.parse(day), BusinessDay.parse(day)];
      return (await statisticsOf(view, { from, to })).byStatus.confirmed;
    };
    expect([await on('2026-05-01'), await on('2026-05-02'), await on('2026-05-03')]).toEqual([1, 1, 0]);
  });
});

/** What somebody who reads the whole history, in its order, would count. */
const naive = (streams: readonly (readonly Recorded[])[]) => {
  const has = (stream: readonly Recorded[], type: string) => stream.some((event) => event.type === type);
  const count = (type: string) => streams.filter((stream) => has(stream, type)).length;
  const [cancelled, failed] = [count('shop.order-cancelled'), count('shop.order-failed')];
  const confirmed = streams.filter(
    (stream) => has(stream, 'shop.order-confirmed') && !has(stream, 'shop.order-cancelled'),
  ).length;
  const revenue = 1760 * (count('shop.order-payment-captured') - count('shop.order-payment-refunded'));
  return { orders: streams.length, revenue: yen(revenue), confirmed, cancelled, failed };
};
const shownAs = ({ orders, revenue, byStatus: { confirmed, cancelled, failed } }: Statistics) => ({
  ...{ orders, revenue },
  ...{ confirmed, cancelled, failed },
});
const historyOf = (random: Random) =>
  Array.from({ length: 25 }, (_, index) => {
    const day = addDays(BusinessDay.parse('2026-05-01'), random.between(0, 5));
    const story = random.pick([GOES_WELL, declined, cancelledAfterwards, gaveUp, GOES_WELL.slice(0, 3)]);
    return orderStream(`o${index}`, story, `${day}T12:00:00.000Z`);
  });

describe('the statistics of orders whose events come in any order and several times', () => {
  it.each([1, 2, 3, 4, 5])('are what history says, of all days and of some (seed %i)', async (seed) => {
    const random = seeded(seed);
    const streams = historyOf(random);
    const [view, store] = [inMemoryViewStore(), inMemoryEventStore()];
    for (const event of streams.flat()) {
      const { head } = await store.read(event.stream);
      await store.commit({ id: event.id, appends: [{ head, events: [event] }], metadata: event.metadata });
    }
    const apply = severalRows(orderStatistics, view, store);
    const told = random.shuffled([...streams.flat(), ...streams.flat()]);
    for (const event of told.slice(0, 40)) await apply(event);
    await Promise.all(told.slice(40).map((event) => apply(event).catch(() => apply(event))));
    expect(shownAs(await statisticsOf(view, {}))).toEqual(naive(streams));
    const [from, to] = [BusinessDay.parse('2026-05-02'), BusinessDay.parse('2026-05-04')];
    const some = streams.filter(([placed]) => {
      const day = placed?.metadata.occurredAt.slice(0, 10) ?? '';
      return day >= from && day <= to;
    });
    expect(shownAs(await statisticsOf(view, { from, to }))).toEqual(naive(some));
  });
});

describe('the report of a day', () => {
  it('is there once its day has ended in the business time zone, and of no other day', async () => {
    const { view, tell } = counting();
    await tell(GOES_WELL, '2026-05-01T01:00:00.000Z');
    const report = async (day: string, now: string) => {
      const asked = request(`/api/orders/reports/${day}`, { params: { day }, now });
      const caller = { memberId: MemberId.parse('lib'), roles: ['librarian'] as const };
      const answer = await statisticsRoutes(view)['GET /api/orders/reports/{day}']?.({ ...asked, caller });
      return JSON.parse(answer?.body ?? '');
    };
    expect(await report('2026-05-01', '2026-05-01T15:00:00Z')).toMatchObject({ day: '2026-05-01', orders: 1 });
    const missing = { problem: { status: 404, code: 'not-found' } };
    await expect(report('2026-05-01', '2026-05-01T14:59:59Z')).rejects.toMatchObject(missing);
    await expect(report('May', '2026-05-01T14:59:59Z')).rejects.toMatchObject(missing);
  });
});
