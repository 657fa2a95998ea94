import { describe, expect, it } from 'vitest';
import { wayTo } from './provider.ts';

describe('the way to another account', () => {
  it('names the page to come back to, whole', () =>
    expect(wayTo('google', '/search?q=雲&kind=series')).toBe(
      '/api/auth/google/authorize?returnTo=%2Fsearch%3Fq%3D%E9%9B%B2%26kind%3Dseries',
    ));
});
