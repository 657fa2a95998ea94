import { describe, expect, it } from 'vitest';
import { wayTo } from './provider.ts';

describe('the way to another account', () => {
  const returnTo = (path: string) => new URL(wayTo('google', path), 'http://bunko.test').searchParams.get('returnTo');

  it('names the page to come back to, whole and in letters of an address', () =>
    expect(returnTo('/search?q=雲&kind=series')).toBe('/search?q=%E9%9B%B2&kind=series'));

  it('comes back to the first page when the address is too long', () =>
    expect(returnTo(`/search?q=${'a'.repeat(600)}`)).toBe('/'));
});
