import { describe, expect, it } from 'vitest';
import { addressOf, filterOf } from './filter-in-address.ts';
import { tellsItsNumber } from './series.ts';

describe('the filter in the address', () => {
  it('comes back as it was written', () => {
    const filter = { title: '雲 & 海', author: 'Ren', genre: 'Fantasy', sort: 'author', order: 'desc' } as const;
    expect(filterOf(new URLSearchParams(addressOf(filter)))).toEqual(filter);
  });

  it('leaves out what is usual', () => {
    expect(addressOf(filterOf(new URLSearchParams()))).toEqual({});
  });

  it('takes what is wrong as left out', () => {
    expect(filterOf(new URLSearchParams('sort=password&order=sideways'))).toMatchObject({
      sort: 'title',
      order: 'asc',
    });
  });
});

describe('the number of a volume', () => {
  it('is not repeated when the title ends with it', () => {
    expect(tellsItsNumber({ title: '苔の騎士 3', number: 3 })).toBe(true);
    expect(tellsItsNumber({ title: '苔の騎士 第3巻', number: 3 })).toBe(true);
    expect(tellsItsNumber({ title: '苔の騎士', number: 3 })).toBe(false);
    expect(tellsItsNumber({ title: 'Room 13', number: 3 })).toBe(false);
  });
});
