import { describe, expect, it } from 'vitest';
import type { ForwardStep } from '../../../../events/shop/saga-step.ts';
import { stock } from '../stock/stock.ts';
import { decideArranged, decideNotTaken, decideUnanswered, isAddressErased } from './decide-arranged.ts';
import { decideAuthorized, decideDeclined } from './decide-authorized.ts';
import { decideCaptured } from './decide-captured.ts';
import { decideConfirm } from './decide-confirm.ts';
import { decideGiveUp } from './decide-give-up.ts';
import { decideReserveStock } from './decide-reserve-stock.ts';
import { notBegun } from './go-on.ts';
import { order } from './order.ts';
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
  refused,
  reserved,
  shipment,
  shippingCancelled,
  star,
  voided,
} from './phrases.ts';

const stocks = (...free: readonly number[]) =>
  free.map((pieces) => ({ ...stock.initialState, isOpen: true, free: pieces }));
const stepRefused = (step: ForwardStep, reason: string) => ({
  outcome: 'refused',
  events: [{ type: 'shop.order-step-refused', data: { orderId, step, reason } }],
});
const stepGaveUp = (step: ForwardStep, reason: string) => ({
  outcome: 'refused',
  events: [{ type: 'shop.order-step-gave-up', data: { orderId, step, reason } }],
});

describe('a step of the way there', () => {
  const startedAt = new Date('2026-12-01T00:00:00Z');
  const seconds = (passed: number) => ({ startedAt, at: new Date(startedAt.getTime() + passed * 1_000) });

  it('begins while nothing stands against it', () =>
    expect(notBegun(orderAfter(), 'reserve-stock', seconds(299))).toBeUndefined());

  it('does not begin once the whole order took 300 seconds', () =>
    expect(notBegun(orderAfter(), 'capture-payment', seconds(300))).toEqual(
      stepGaveUp('capture-payment', 'took-too-long'),
    ));

  it('does not begin when the order was called off', () =>
    expect(notBegun(orderAfter(calledOff()), 'capture-payment', seconds(1))).toEqual(
      stepRefused('capture-payment', 'cancelled-by-member'),
    ));

  it('does not begin when the saga was stopped and a person called', () =>
    expect(notBegun(orderAfter(reserved, needsAttention()), 'capture-payment', seconds(1))).toEqual(
      stepGaveUp('capture-payment', 'interrupted'),
    ));

  it.each([
    ['another was refused', [refused()]],
    ['another gave up', [gaveUp()]],
    ['the order has ended', [refused(), ended('shop.order-cancelled', 'card-declined')]],
  ])('does not begin, and tells nothing more, when %s', (_, history) =>
    expect(notBegun(orderAfter(...history), 'confirm-order', seconds(1))).toEqual({ outcome: 'refused', events: [] }));

  it('is done once the order is confirmed, also when it was called off since', () =>
    expect(notBegun(orderAfter(...onTheWay, confirmed, calledOff(true)), 'confirm-order', seconds(1))).toEqual({
      outcome: 'done',
      events: [],
    }));
});

describe('reserving stock', () => {
  it('sets every line aside', () => {
    const { outcome, events, told } = decideReserveStock(orderAfter(), stocks(2, 10));
    expect([outcome, events]).toEqual(['done', [reserved]]);
    expect(told.map((each) => each[0])).toEqual([
      { type: 'shop.stock-reserved', data: { productId: moon, orderId, quantity: 2, stock: 0 } },
      { type: 'shop.stock-reserved', data: { productId: star, orderId, quantity: 3, stock: 7 } },
    ]);
  });
  it('sets nothing aside when one line is short', () =>
    expect(decideReserveStock(orderAfter(), stocks(2, 2))).toEqual({
      ...stepRefused('reserve-stock', 'insufficient-stock'),
      told: [],
    }));
  it('sets nothing aside twice', () =>
    expect(decideReserveStock(orderAfter(reserved), stocks(8, 7))).toEqual({ outcome: 'done', events: [], told: [] }));
});

describe('authorising the payment', () => {
  it('is told once', () => {
    expect(decideAuthorized(orderAfter(reserved), 'auth-1')).toEqual({ outcome: 'done', events: [authorized] });
    expect(decideAuthorized(orderAfter(reserved, authorized), 'auth-1')).toEqual({ outcome: 'done', events: [] });
  });
  it('is told also of an order that was called off meanwhile, which then goes back', () =>
    expect(decideAuthorized(orderAfter(reserved, calledOff()), 'auth-1')).toEqual({
      outcome: 'refused',
      events: [authorized, ...stepRefused('authorize-payment', 'cancelled-by-member').events],
    }));
  it('is refused as the bank says', () =>
    expect(decideDeclined(orderAfter(reserved), 'insufficient-funds')).toEqual(
      stepRefused('authorize-payment', 'insufficient-funds'),
    ));
  it('says nothing more of an order that gave up', () =>
    expect(decideDeclined(orderAfter(reserved, gaveUp()), 'card-declined')).toEqual({
      outcome: 'refused',
      events: [],
    }));
});

describe('the answer of the carrier', () => {
  const waiting = [reserved, authorized] as const;
  it('is told once', () => {
    expect(decideArranged(orderAfter(...waiting), shipment)).toEqual({ outcome: 'done', events: [arranged] });
    expect(decideArranged(orderAfter(...waiting, arranged), shipment)).toEqual({ outcome: 'done', events: [] });
  });
  it('changes nothing when shipping was called off before it came', () =>
    expect(decideArranged(orderAfter(...waiting, gaveUp(), shippingCancelled), shipment)).toEqual({
      outcome: 'refused',
      events: [],
    }));
  it('may be a refusal, and of two answers the first counts', () => {
    expect(decideNotTaken(orderAfter(...waiting), 'invalid-address')).toEqual(
      stepRefused('arrange-shipping', 'invalid-address'),
    );
    expect(decideNotTaken(orderAfter(...waiting, arranged), 'invalid-address')).toEqual({
      outcome: 'done',
      events: [],
    });
  });
  it('may be missing: the order gives up', () =>
    expect(decideUnanswered(orderAfter(...waiting))).toEqual(stepGaveUp('arrange-shipping', 'shipping-timeout')));
  it('needs an address, which is gone when its member has left', () => {
    const gone = { name: '', postalCode: '', country: '', line1: '' };
    expect(isAddressErased({ ...orderAfter(), shippingAddress: gone })).toBe(true);
    expect(isAddressErased(orderAfter())).toBe(false);
  });
});

describe('capturing the payment', () => {
  it('is told once, and never of money that was let go', () => {
    expect(decideCaptured(orderAfter(reserved, authorized))).toEqual({ outcome: 'done', events: [captured] });
    expect(decideCaptured(orderAfter(reserved, authorized, captured))).toEqual({ outcome: 'done', events: [] });
    expect(decideCaptured(orderAfter(reserved, authorized, gaveUp(), voided)).events).toEqual([]);
  });
});

describe('confirming the order', () => {
  const holding = [2, 3].map((pieces) => ({
    ...stock.initialState,
    isOpen: true,
    free: 5,
    reserved: new Map([[orderId, pieces]]),
  }));
  it('sells what was set aside, in the same commit', () => {
    const { outcome, events, told } = decideConfirm({ outcome: 'confirmed' }, orderAfter(...onTheWay), holding);
    expect([outcome, events]).toEqual(['done', [confirmed]]);
    expect(told.flat()).toEqual([
      { type: 'shop.stock-committed', data: { productId: moon, orderId, quantity: 2, stock: 5 } },
      { type: 'shop.stock-committed', data: { productId: star, orderId, quantity: 3, stock: 5 } },
    ]);
  });
  it('never confirms what was called off', () =>
    expect(decideConfirm({ outcome: 'confirmed' }, orderAfter(...onTheWay, calledOff()), holding)).toEqual({
      ...stepRefused('confirm-order', 'cancelled-by-member'),
      told: [],
    }));
  it('is refused when the carrier does not come after all', () =>
    expect(decideConfirm({ outcome: 'refused', reason: 'carrier-refused' }, orderAfter(...onTheWay), holding)).toEqual({
      ...stepRefused('confirm-order', 'carrier-refused'),
      told: [],
    }));
});

describe('giving up', () => {
  it.each([
    ['authorize-payment', 'OutcomeUnknown', 'payment-timeout'],
    ['authorize-payment', 'TransientFault', 'payment-unavailable'],
    ['capture-payment', 'States.Timeout', 'payment-timeout'],
    ['arrange-shipping', 'TypeError', 'shipping-unavailable'],
    ['reserve-stock', 'TransientFault', 'stock-unavailable'],
  ] as const)('of %s after %s is told as %s', (step, error, reason) =>
    expect(decideGiveUp(orderAfter(), step, error)).toEqual(stepGaveUp(step, reason)));
  it('leaves a confirmed order confirmed', () =>
    expect(decideGiveUp(orderAfter(...onTheWay, confirmed), 'confirm-order', 'Runtime.ExitError')).toEqual({
      outcome: 'done',
      events: [],
    }));
});

describe('an order', () => {
  it('is unknown until it is placed', () =>
    expect(order.evolve(order.initialState, reserved)).toEqual({ status: 'unknown' }));
});
