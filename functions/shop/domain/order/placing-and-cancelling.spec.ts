import { describe, expect, it } from 'vitest';
import { accept, reject } from '../../../platform/decider.ts';
import { decideCancel } from './decide-cancel.ts';
import { decidePlace, type PlaceOrder } from './decide-place.ts';
import { decideShip } from './decide-ship.ts';
import type { OrderEvent } from './order.ts';
import {
  address,
  aki,
  calledOff,
  confirmed,
  ended,
  gaveUp,
  moon,
  needsAttention,
  onSale,
  onTheWay,
  orderAfter,
  orderId,
  refused,
  shipped,
  star,
} from './phrases.ts';

const wish: PlaceOrder = {
  orderId,
  memberId: aki,
  items: [
    { productId: moon, quantity: 2 },
    { productId: star, quantity: 3 },
  ],
  payment: { method: 'sim:pays:1', last4: '4242' },
  shippingAddress: address,
};

describe('placing an order', () => {
  it('takes names and prices from the price list, and adds them up', () => {
    const decision = decidePlace(wish, [onSale(moon, 1_500), onSale(star, 700)]);
    expect(decision).toMatchObject({
      outcome: 'accepted',
      events: [
        {
          type: 'shop.order-placed',
          data: {
            total: { amount: 5_100, currency: 'JPY' },
            lines: [
              { productId: moon, name: 'moon', unitPrice: { amount: 1_500 }, quantity: 2 },
              { productId: star, name: 'star', unitPrice: { amount: 700 }, quantity: 3 },
            ],
          },
        },
      ],
    });
  });

  it.each([
    ['nobody knows', { status: 'unknown' as const }],
    ['was withdrawn', { status: 'withdrawn' as const }],
    ['is not sold just now', onSale(star, 700, false)],
  ])('is refused for a product that %s', (_, product) =>
    expect(decidePlace(wish, [onSale(moon, 1_500), product])).toEqual(reject('product-not-found')));
});

describe('calling an order off', () => {
  const cancel = (...history: readonly OrderEvent[]) =>
    decideCancel({ reason: 'changed my mind', isPickedUp: false }, orderAfter(...history));

  it.each([0, 1, 2, 3, 4])('is heard when %d steps are done', (steps) =>
    expect(cancel(...onTheWay.slice(0, steps))).toEqual(accept([calledOff()])));

  it('is heard after the order was confirmed', () =>
    expect(cancel(...onTheWay, confirmed)).toEqual(accept([calledOff(true)])));

  it('is heard while everything is given back because a step gave up', () =>
    expect(cancel(gaveUp())).toEqual(accept([calledOff()])));

  it.each([
    ['it was called off before', [calledOff()]],
    ['it ends cancelled anyway', [refused()]],
    ['it is cancelled', [calledOff(), ended('shop.order-cancelled', 'cancelled-by-member')]],
  ])('changes nothing when %s', (_, history) => expect(cancel(...history)).toEqual(accept([])));

  it.each([
    ['it is shipped', [...onTheWay, confirmed, shipped]],
    ['it has failed', [gaveUp(), ended('shop.order-failed', 'payment-timeout')]],
    ['it waits for a person', [calledOff(), needsAttention()]],
  ])('comes too late when %s', (_, history) => expect(cancel(...history)).toEqual(reject('too-late-to-cancel')));

  it('comes too late when the carrier has the parcel, though nobody has heard of it yet', () =>
    expect(decideCancel({ reason: '', isPickedUp: true }, orderAfter(...onTheWay, confirmed))).toEqual(
      reject('too-late-to-cancel'),
    ));
});

describe('shipping an order', () => {
  it('is told when it is confirmed', () => expect(decideShip(orderAfter(...onTheWay, confirmed))).toEqual([shipped]));

  it.each([
    ['is not confirmed', [...onTheWay]],
    ['was called off', [...onTheWay, confirmed, calledOff(true)]],
    ['is shipped', [...onTheWay, confirmed, shipped]],
  ])('is not told of an order that %s', (_, history) => expect(decideShip(orderAfter(...history))).toEqual([]));
});
