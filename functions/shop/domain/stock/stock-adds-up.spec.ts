import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OrderId } from '../../../../events/ids.ts';
import { fold } from '../../../platform/decider.ts';
import { decideCommit, decideRelease, decideReserve, decideReturn, type StockLine } from './decide-order-stock.ts';
import { decideAdjust, decideSetAlertLevel } from './decide-stock.ts';
import { bags, opened, pens, stockAfter } from './phrases.ts';
import { isLow, type Stock, type StockEvent, stock } from './stock.ts';

const products = [pens, bags];
const quantity = fc.integer({ min: 1, max: 6 });
const acts = fc.oneof(
  fc.record({ act: fc.constant('adjust' as const), which: fc.nat(1), change: fc.integer({ min: -8, max: 12 }) }),
  fc.record({ act: fc.constant('alert' as const), which: fc.nat(1), level: fc.nat(6) }),
  fc.record({
    act: fc.constantFrom('reserve' as const, 'commit' as const, 'release' as const, 'return' as const),
    order: fc.nat(3),
  }),
);
const orders = fc.array(fc.tuple(quantity, quantity), { minLength: 4, maxLength: 4 });
type Act = typeof acts extends fc.Arbitrary<infer One> ? One : never;

/** What an order's own stream would know. */
type Stand = 'placed' | 'reserved' | 'sold' | 'over';
interface Shop {
  stocks: Stock[];
  told: StockEvent[][];
  stands: Stand[];
}

const linesOf = (quantities: readonly number[]): readonly StockLine[] =>
  products.map((product, index) => ({ ...product, quantity: quantities[index] ?? 1 }));

const written = (shop: Shop, events: readonly (readonly StockEvent[])[]) => {
  for (const [index, told] of events.entries()) {
    shop.told[index]?.push(...told);
    const before = shop.stocks[index];
    if (before) shop.stocks[index] = fold({ ...stock, initialState: before }, told);
  }
};

const onlyOf = (which: number, events: readonly StockEvent[]) => products.map((_, at) => (at === which ? events : []));

const ordered = (shop: Shop, act: 'reserve' | 'commit' | 'release' | 'return', order: number, wanted: number[][]) => {
  const orderId = OrderId.parse(`order-${order}`);
  const lines = linesOf(wanted[order] ?? []);
  const stand = shop.stands[order];
  if (act === 'reserve' && stand === 'placed') {
    const decision = decideReserve(lines, shop.stocks, orderId);
    if (decision.outcome === 'rejected') return;
    written(shop, decision.events);
    shop.stands[order] = 'reserved';
  }
  if (act === 'commit' && stand === 'reserved') {
    written(shop, decideCommit(lines, shop.stocks, orderId));
    shop.stands[order] = 'sold';
  }
  if (act === 'release' && stand === 'reserved') {
    written(shop, decideRelease(lines, shop.stocks, orderId));
    shop.stands[order] = 'over';
  }
  if (act === 'return' && stand === 'sold') {
    written(shop, decideReturn(lines, shop.stocks, orderId));
    shop.stands[order] = 'over';
  }
};

const played = (shop: Shop, act: Act, wanted: number[][]) => {
  if ('order' in act) return ordered(shop, act.act, act.order, wanted);
  const product = products[act.which] ?? pens;
  const before = shop.stocks[act.which] ?? stock.initialState;
  const decision =
    act.act === 'adjust'
      ? decideAdjust({ change: act.change, reason: 'count', product }, before)
      : decideSetAlertLevel({ level: act.level, product }, before);
  if (decision.outcome === 'accepted') written(shop, onlyOf(act.which, decision.events));
};

const sum = (events: readonly StockEvent[], type: StockEvent['type']) =>
  events.reduce((total, { type: told, data }) => {
    if (told !== type) return total;
    return total + ('quantity' in data ? data.quantity : 'change' in data ? data.change : 0);
  }, 0);

/** How often a stock that was not low became so. */
const falls = (events: readonly StockEvent[]) =>
  events.filter((_, index) => {
    const before = stockAfter(...events.slice(0, index));
    return before.isOpen && !isLow(before) && isLow(stockAfter(...events.slice(0, index + 1)));
  }).length;

const playedOut = (story: readonly Act[], wanted: [number, number][]): Shop => {
  const shop: Shop = {
    stocks: products.map(() => stockAfter(opened(2))),
    told: products.map(() => [opened(2)]),
    stands: ['placed', 'placed', 'placed', 'placed'],
  };
  for (const act of story) {
    played(shop, act, wanted);
    for (const { free } of shop.stocks) expect(free).toBeGreaterThanOrEqual(0);
  }
  return shop;
};

describe('whatever happens to a stock', () => {
  const stories = fc.array(acts, { maxLength: 40 });

  it('it never falls below zero, and every piece that came in is free, set aside or sold', () =>
    fc.assert(
      fc.property(stories, orders, (story, wanted) => {
        const { stocks, told } = playedOut(story, wanted);
        for (const [index, { free, reserved }] of stocks.entries()) {
          const events = told[index] ?? [];
          const setAside = [...reserved.values()].reduce((total, pieces) => total + pieces, 0);
          const sold = sum(events, 'shop.stock-committed') - sum(events, 'shop.stock-returned');
          expect(free + setAside + sold).toBe(sum(events, 'shop.stock-adjusted'));
        }
      }),
    ));

  it('it says that it ran low once for each time it falls', () =>
    fc.assert(
      fc.property(stories, orders, (story, wanted) => {
        for (const events of playedOut(story, wanted).told)
          expect(events.filter(({ type }) => type === 'shop.stock-ran-low')).toHaveLength(falls(events));
      }),
    ));
});
