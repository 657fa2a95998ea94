import { describe, expect, it } from 'vitest';
import { given } from '../../../platform/given.ts';
import { decideAdjust, decideSetAlertLevel } from './decide-stock.ts';
import { adjusted, opened, pens, ranLow, reserved } from './phrases.ts';
import { stock } from './stock.ts';

const adjusting = given(decideAdjust, stock);
const by = (change: number) => ({ change, reason: 'delivery', product: pens });

describe('counting pieces in and out', () => {
  it('tells what is free afterwards', () =>
    adjusting(opened(0))
      .when(by(5))
      .thenEvents([adjusted(5, 5)]));

  it('takes out all that is free', () =>
    adjusting(opened(0), adjusted(5, 5), adjusted(1, 6))
      .when(by(-5))
      .thenEvents([adjusted(-5, 1)]));

  it('refuses to take out more than is free: what orders have set aside is not counted', () =>
    adjusting(opened(0), adjusted(5, 5), reserved(3, 2)).when(by(-3)).thenRejected('insufficient-stock'));

  it('refuses a product whose stock was never opened', () => adjusting().when(by(5)).thenRejected('not-found'));

  it('tells that a stock ran low when it falls to its alert level', () =>
    adjusting(opened(4), adjusted(5, 5))
      .when(by(-1))
      .thenEvents([adjusted(-1, 4), ranLow(4, 4)]));

  it('does not tell it again while the stock stays low', () =>
    adjusting(opened(4), adjusted(5, 5), adjusted(-1, 4))
      .when(by(-1))
      .thenEvents([adjusted(-1, 3)]));

  it('tells it again when the stock had recovered meanwhile', () =>
    adjusting(opened(4), adjusted(4, 4), adjusted(1, 5))
      .when(by(-2))
      .thenEvents([adjusted(-2, 3), ranLow(3, 4)]));

  it('does not tell it of a stock that has only begun', () =>
    adjusting(opened(20))
      .when(by(3))
      .thenEvents([adjusted(3, 3)]));
});

describe('the alert level', () => {
  const setting = given(decideSetAlertLevel, stock);
  const to = (level: number) => ({ level, product: pens });
  const set = (alertLevel: number) => ({
    type: 'shop.alert-level-set' as const,
    data: { productId: pens.productId, alertLevel },
  });

  it('is set', () =>
    setting(opened(1), adjusted(9, 9))
      .when(to(5))
      .thenEvents([set(5)]));

  it('makes a stock low at once when it is set to what is there or above', () =>
    setting(opened(1), adjusted(9, 9))
      .when(to(9))
      .thenEvents([set(9), ranLow(9, 9)]));

  it('says nothing when it is set to what it is', () => setting(opened(1), adjusted(9, 9)).when(to(1)).thenEvents([]));

  it('is refused for a product whose stock was never opened', () =>
    expect(decideSetAlertLevel(to(1), stock.initialState)).toEqual({ outcome: 'rejected', reason: 'not-found' }));
});
