import { describe, expect, it } from 'vitest';
import { accept, reject } from '../../../platform/decider.ts';
import { stock } from '../stock/stock.ts';
import { decideAbandoned, decideAttention } from './decide-attention.ts';
import { decideClose } from './decide-close.ts';
import { decideRefunded, decideVoided } from './decide-refunded.ts';
import { decideReleaseStock } from './decide-release-stock.ts';
import { decideShippingCancelled } from './decide-shipping-cancelled.ts';
import { mustBeGivenBack } from './order.ts';
import {
  arranged,
  authorized,
  calledOff,
  captured,
  confirmed,
  ended,
  gaveUp,
  moon,
  needsAttention,
  onTheWay,
  orderAfter,
  orderId,
  refunded,
  refused,
  released,
  reserved,
  resumed,
  shipped,
  shippingCancelled,
  star,
  voided,
} from './phrases.ts';

describe('the way back', () => {
  it.each([
    ['has not ended', [reserved], true],
    ['is confirmed', [...onTheWay, confirmed], false],
    ['was called off after it was confirmed', [...onTheWay, confirmed, calledOff(true)], true],
    ['is shipped', [...onTheWay, confirmed, shipped], false],
    ['is cancelled', [refused(), ended('shop.order-cancelled', 'card-declined')], false],
  ] as const)('is there for an order that %s: %s', (_, history, isThere) =>
    expect(mustBeGivenBack(orderAfter(...history))).toBe(isThere));
});

describe('money that goes back', () => {
  it('is told once', () => {
    expect(decideRefunded(orderAfter(...onTheWay, calledOff()))).toEqual([refunded]);
    expect(decideRefunded(orderAfter(...onTheWay, calledOff(), refunded))).toEqual([]);
  });
  it('is told to have moved first, when nobody had come to tell', () =>
    expect(decideRefunded(orderAfter(reserved, authorized, gaveUp()))).toEqual([captured, refunded]));
  it('may be a promise that is let go, once', () => {
    expect(decideVoided(orderAfter(reserved, authorized, gaveUp()))).toEqual([voided]);
    expect(decideVoided(orderAfter(reserved, gaveUp()))).toEqual([voided]);
    expect(decideVoided(orderAfter(reserved, gaveUp(), voided))).toEqual([]);
    expect(decideVoided(orderAfter(...onTheWay, refunded))).toEqual([]);
  });
});

describe('shipping that is called off', () => {
  it('is told once, also when the carrier had not answered', () => {
    expect(decideShippingCancelled(orderAfter(reserved, authorized, gaveUp()))).toEqual([shippingCancelled]);
    expect(decideShippingCancelled(orderAfter(arranged, gaveUp(), shippingCancelled))).toEqual([]);
  });
});

describe('stock that is given back', () => {
  const stocks = (reservedFor: number) =>
    [2, 3].map((pieces) => ({
      ...stock.initialState,
      isOpen: true,
      free: 5,
      reserved: new Map(reservedFor ? [[orderId, pieces]] : []),
    }));
  it('is released while it was only set aside', () =>
    expect(decideReleaseStock(orderAfter(reserved, refused()), stocks(1))).toEqual({
      events: [released],
      told: [
        [{ type: 'shop.stock-released', data: { productId: moon, orderId, quantity: 2, stock: 7 } }],
        [{ type: 'shop.stock-released', data: { productId: star, orderId, quantity: 3, stock: 8 } }],
      ],
    }));
  it('is returned once it was sold', () =>
    expect(decideReleaseStock(orderAfter(...onTheWay, confirmed, calledOff(true)), stocks(0)).told.flat()).toEqual([
      { type: 'shop.stock-returned', data: { productId: moon, orderId, quantity: 2, stock: 7 } },
      { type: 'shop.stock-returned', data: { productId: star, orderId, quantity: 3, stock: 8 } },
    ]));
  it.each([
    ['never set aside', [refused()]],
    ['given back before', [reserved, refused(), released]],
    ['of an order that stays confirmed', [...onTheWay, confirmed]],
  ])('is left as it is when it was %s', (_, history) =>
    expect(decideReleaseStock(orderAfter(...history), stocks(0))).toEqual({ events: [], told: [] }));
});

describe('the end of an order', () => {
  const givenBack = [refunded, shippingCancelled, released] as const;
  it('is cancelled after a refusal, with its reason', () =>
    expect(decideClose(orderAfter(reserved, refused('insufficient-funds'), released))).toEqual(
      accept([ended('shop.order-cancelled', 'insufficient-funds')]),
    ));
  it('is failed when a step gave up', () =>
    expect(decideClose(orderAfter(reserved, gaveUp(), voided, released))).toEqual(
      accept([ended('shop.order-failed', 'payment-timeout')]),
    ));
  it('is cancelled when a step gave up and then its member called it off', () =>
    expect(decideClose(orderAfter(gaveUp(), calledOff(), voided))).toEqual(
      accept([ended('shop.order-cancelled', 'cancelled-by-member')]),
    ));
  it('says how much went back', () =>
    expect(decideClose(orderAfter(...onTheWay, confirmed, calledOff(true), ...givenBack))).toEqual(
      accept([ended('shop.order-cancelled', 'cancelled-by-member', 5_100)]),
    ));
  it.each([
    ['stock', [reserved, refused()]],
    ['a promise of money', [authorized, refused()]],
    ['money', [captured, refused()]],
    ['a parcel', [arranged, refused()]],
  ])('does not come while %s is left', (_, history) =>
    expect(decideClose(orderAfter(...history))).toEqual(reject('not-given-back')));
  it.each([
    ['stays confirmed', [...onTheWay, confirmed]],
    ['has ended', [refused(), ended('shop.order-cancelled', 'card-declined')]],
  ])('is not told of an order that %s', (_, history) =>
    expect(decideClose(orderAfter(...history))).toEqual(accept([])));
});

describe('calling a person', () => {
  const call = (attempt: number) => ({ step: 'refund-payment', reason: 'TransientFault', attempt }) as const;
  it('is told once for each try', () => {
    expect(decideAttention(call(0), orderAfter(gaveUp()))).toEqual({ outcome: 'waits', events: [needsAttention()] });
    expect(decideAttention(call(0), orderAfter(gaveUp(), needsAttention()))).toEqual({ outcome: 'waits', events: [] });
  });
  it('ends when one has had the saga go on', () =>
    expect(decideAttention(call(1), orderAfter(gaveUp(), needsAttention()))).toEqual({
      outcome: 'goes-on',
      events: [resumed()],
    }));
  it('happens again when it fails again', () =>
    expect(decideAttention(call(1), orderAfter(gaveUp(), needsAttention(), resumed()))).toEqual({
      outcome: 'waits',
      events: [needsAttention(1)],
    }));
  it('is for nothing when the order has ended', () =>
    expect(decideAttention(call(0), orderAfter(gaveUp(), ended('shop.order-failed', 'payment-timeout')))).toEqual({
      outcome: 'over',
      events: [],
    }));
  it('follows when a saga ended and its order did not', () => {
    const abandoned = { reason: 'execution-aborted', attempt: 0 };
    expect(decideAbandoned(abandoned, orderAfter(reserved))).toMatchObject([
      { type: 'shop.order-needs-attention', data: { step: 'saga', reason: 'execution-aborted' } },
    ]);
    expect(decideAbandoned(abandoned, orderAfter(reserved, needsAttention()))).toEqual([]);
    expect(decideAbandoned(abandoned, orderAfter(...onTheWay, confirmed))).toEqual([]);
  });
});
