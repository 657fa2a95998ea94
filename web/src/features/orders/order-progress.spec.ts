import { describe, expect, it } from 'vitest';
import type { Order } from './order.ts';
import { stepsBack, stepsForward } from './order-progress.ts';

const order = (
  status: Order['status'],
  events: readonly string[],
  currentStep: Order['saga']['currentStep'] = 'close-order',
) => ({
  status,
  saga: { status: 'running' as const, startedAt: '2026-11-21T00:00:00Z', currentStep },
  timeline: events.map((event, second) => ({
    at: `2026-11-21T00:00:0${second}Z`,
    event: `shop.order-${event}`,
    detail: '',
  })),
});
const states = (steps: readonly { state: string }[]) => steps.map(({ state }) => state);

describe('the steps of an order', () => {
  it('given it is under way, shows what is done, the step of the moment, and what is ahead', () => {
    const seen = order('stock-reserved', ['placed', 'stock-reserved']);
    expect(states(stepsForward(seen))).toEqual(['done', 'now', 'ahead', 'ahead', 'ahead']);
    expect(stepsForward(seen)[0]?.at).toBe('2026-11-21T00:00:01Z');
    expect(stepsBack(seen)).toEqual([]);
  });

  it('given the card was declined, stops at the payment and leaves out the rest', () => {
    const seen = order('cancelled', ['placed', 'stock-reserved', 'step-refused', 'cancelled']);
    expect(states(stepsForward(seen))).toEqual(['done', 'stopped', 'left-out', 'left-out', 'left-out']);
  });

  it('given the member cancelled, no step is the one that failed', () => {
    const seen = order('cancelling', ['placed', 'stock-reserved', 'cancellation-requested']);
    expect(states(stepsForward(seen))).toEqual(['done', 'left-out', 'left-out', 'left-out', 'left-out']);
  });

  it('given it is being given back, names what had nothing to give back, what is under way and what is ahead', () => {
    const events = ['placed', 'stock-reserved', 'payment-authorized', 'step-refused'];
    expect(states(stepsBack(order('cancelling', events, 'void-payment')))).toEqual([
      'not-needed',
      'not-needed',
      'now',
      'ahead',
      'ahead',
    ]);
    expect(states(stepsBack(order('needs-attention', events, 'void-payment')))[2]).toBe('stopped');
  });

  it('given everything was given back, says what was', () => {
    const events = ['placed', 'stock-reserved', 'step-refused', 'stock-released', 'failed'];
    expect(states(stepsBack(order('failed', events)))).toEqual([
      'not-needed',
      'not-needed',
      'not-needed',
      'done',
      'done',
    ]);
  });
});
