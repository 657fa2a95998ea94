import { describe, expect, it } from 'vitest';
import { addressOfSearch, searchOf } from './search-in-address.ts';

const read = (query: string) => searchOf(new URLSearchParams(query));

describe('a search in the address', () => {
  it('comes back as it was written', () => {
    const search = { q: '雲の 図書館 & co', kind: 'series' } as const;
    expect(searchOf(new URL(addressOfSearch(search), 'http://bunko.test').searchParams)).toEqual(search);
  });

  it('leaves out what is not asked', () => expect(addressOfSearch({ q: '  ', kind: undefined })).toBe('/search'));

  it('takes an unknown kind for every kind', () => expect(read('q=a&kind=moon')).toEqual({ q: 'a', kind: undefined }));

  it('cuts a question that is too long between two characters', () =>
    expect(read(`q=${'😀'.repeat(201)}`).q).toBe('😀'.repeat(200)));
});
