import { expect, it } from 'vitest';
import { wayBack } from './way-back.ts';

it('leads back to a page of this site, never to another site', () => {
  const back = (next: string) => wayBack(new URLSearchParams({ next }));
  expect(back('/volumes/1?x=2')).toBe('/volumes/1?x=2');
  for (const next of ['https://elsewhere.test', '//elsewhere.test', '/\\elsewhere.test', 'javascript:alert(1)', '']) {
    expect(back(next)).toBe('/');
  }
});
