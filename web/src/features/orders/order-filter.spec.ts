import { describe, expect, it } from 'vitest';
import { addressOf, filterOf } from './order-filter.ts';

describe('what orders are looked for by', () => {
  it('is found in the address again', () => {
    const address = { status: 'confirmed', productId: 'p', from: '2026-11-01', to: '2026-11-30', q: 'TRK' };
    expect(addressOf(filterOf(new URLSearchParams(address)))).toEqual(address);
  });

  it('leaves out what the address gets wrong', () =>
    expect(addressOf(filterOf(new URLSearchParams({ status: 'lost', from: 'yesterday' })))).toEqual({}));
});
