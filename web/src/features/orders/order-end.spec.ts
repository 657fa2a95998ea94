import { expect, it } from 'vitest';
import { isAtAnEnd, mayBeCancelled, standingOf } from './order-end.ts';

it('given it is confirmed, may still be cancelled until it is shipped', () => {
  const confirmed = { status: 'confirmed' } as const;
  const shipped = { status: 'confirmed', shippedAt: '2026-11-22T00:00:00Z' } as const;
  expect([standingOf(confirmed), isAtAnEnd(confirmed), mayBeCancelled(confirmed)]).toEqual(['confirmed', false, true]);
  expect([standingOf(shipped), isAtAnEnd(shipped), mayBeCancelled(shipped)]).toEqual(['shipped', true, false]);
});

it.each([
  'cancelling',
  'cancelled',
  'failed',
  'needs-attention',
] as const)('given it is %s, cannot be cancelled', (status) => expect(mayBeCancelled({ status })).toBe(false));
