import { describe, expect, it } from 'vitest';
import { addressOf, filterOf, questionOf } from './product-filter.ts';

const asked = (address: string) => filterOf(new URLSearchParams(address));

describe('what is looked for in the shop', () => {
  it('is found in the address again', () => {
    const filter = asked('q=brass&categoryId=c-1&minPrice=500&maxPrice=2000&sort=cheapest');
    expect(filter).toEqual({
      q: 'brass',
      categoryId: 'c-1',
      minPrice: '500',
      maxPrice: '2000',
      sorting: 'cheapest',
    });
    expect(asked(new URLSearchParams(addressOf(filter)).toString())).toEqual(filter);
  });

  it('leaves out what is usual', () => expect(addressOf(asked(''))).toEqual({}));

  it('takes a price that is none, and an order that is none, as left out', () => {
    const filter = asked('minPrice=-1&maxPrice=1.5&sort=luck');
    expect(filter).toMatchObject({ minPrice: '', maxPrice: '', sorting: 'newest' });
    expect(questionOf({ ...filter, minPrice: '1e3' }).minPrice).toBe('');
  });

  it('asks the shop for one field and its direction', () =>
    expect(questionOf(asked('sort=dearest'))).toMatchObject({ sort: 'price', order: 'desc' }));
});
