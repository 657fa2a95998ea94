import { describe, expect, it } from 'vitest';
import { fold } from '../../../platform/decider.ts';
import { decideCommit, decideRelease, decideReserve, decideReturn } from './decide-order-stock.ts';
import { bags, line, opened, orderId, otherOrderId, pens, ranLow, reserved, stockAfter, stockOf } from './phrases.ts';
import { type StockEvent, stock } from './stock.ts';

const quantityOf = (product: typeof pens, quantity: number, stock: number) => ({
  productId: product.productId,
  orderId,
  quantity,
  stock,
});

describe('stock and an order', () => {
  it('sets aside every line', () =>
    expect(decideReserve([line(pens, 2), line(bags, 1)], [stockOf(5), stockOf(3)], orderId)).toEqual({
      outcome: 'accepted',
      events: [
        [{ type: 'shop.stock-reserved', data: quantityOf(pens, 2, 3) }],
        [{ type: 'shop.stock-reserved', data: quantityOf(bags, 1, 2) }],
      ],
    }));

  it('sets aside nothing when one line is short by a piece', () =>
    expect(decideReserve([line(pens, 2), line(bags, 4)], [stockOf(5), stockOf(3)], orderId)).toEqual({
      outcome: 'rejected',
      reason: 'insufficient-stock',
    }));

  it('sets aside the last piece', () =>
    expect(decideReserve([line(pens, 5)], [stockOf(5, 0)], orderId)).toMatchObject({
      events: [[{ type: 'shop.stock-reserved' }, ranLow(0, 0)]],
    }));

  it('refuses what another order has', () => {
    const taken = stockAfter(opened(0), reserved(0, 3), reserved(3, 0, otherOrderId));
    expect(decideReserve([line(pens, 1)], [{ ...taken, reserved: new Map([[otherOrderId, 3]]) }], orderId)).toEqual({
      outcome: 'rejected',
      reason: 'insufficient-stock',
    });
  });

  it('sets nothing aside a second time for the same order', () => {
    const once = stockAfter(opened(0), reserved(3, 1));
    expect(decideReserve([line(pens, 3)], [once], orderId)).toEqual({ outcome: 'accepted', events: [[]] });
  });

  it('refuses a product whose stock was never opened', () =>
    expect(decideReserve([line(pens, 1)], [stock.initialState], orderId)).toMatchObject({ outcome: 'rejected' }));

  it('sells what was set aside; what is free does not change', () => {
    const once = stockAfter(opened(0), reserved(3, 1));
    const told = decideCommit([line(pens, 3)], [once], orderId);
    expect(told).toEqual([[{ type: 'shop.stock-committed', data: quantityOf(pens, 3, 1) }]]);
    expect(stockThen(once, told)).toMatchObject({ free: 1, reserved: new Map() });
  });

  it('gives back what was set aside, once', () => {
    const once = stockAfter(opened(0), reserved(3, 1));
    const told = decideRelease([line(pens, 3)], [once], orderId);
    expect(told).toEqual([[{ type: 'shop.stock-released', data: quantityOf(pens, 3, 4) }]]);
    expect(decideRelease([line(pens, 3)], [stockThen(once, told)], orderId)).toEqual([[]]);
  });

  it('neither sells nor gives back what was not set aside', () => {
    expect(decideCommit([line(pens, 3)], [stockOf(5)], orderId)).toEqual([[]]);
    expect(decideRelease([line(pens, 3)], [stockOf(5)], orderId)).toEqual([[]]);
  });

  it('takes back what was sold', () =>
    expect(decideReturn([line(pens, 3)], [stockOf(5)], orderId)).toEqual([
      [{ type: 'shop.stock-returned', data: quantityOf(pens, 3, 8) }],
    ]));
});

const stockThen = (before: typeof stock.initialState, told: readonly (readonly StockEvent[])[]) =>
  fold({ ...stock, initialState: before }, told.flat());
