import { describe, expect, it } from 'vitest';
import { request } from '../../platform/http/phrases.ts';
import { gatewayAddress, VIEWER_HEADER, viewerAddress, WORD_HEADER } from './viewer-address.ts';

const GATEWAY_SAW = '127.0.0.1';
const VIEWER = '203.0.113.7';
const from = (headers: Record<string, string>, second = 0) =>
  request('/api/auth/login', { now: new Date(Date.UTC(2026, 4, 1, 0, 0, second)).toISOString(), headers });
const throughTheCdn = (word: string) => ({ [WORD_HEADER]: word, [VIEWER_HEADER]: VIEWER });

describe('the address of who asks', () => {
  it('is whom the CDN saw, when it says the word', async () =>
    expect(await viewerAddress(async () => 'word')(from(throughTheCdn('word')))).toBe(VIEWER));

  it('is whom the gateway saw, when somebody says another word or none', async () => {
    const address = viewerAddress(async () => 'word');
    for (const headers of [throughTheCdn('other'), throughTheCdn(''), { [VIEWER_HEADER]: VIEWER }, {}])
      expect(await address(from(headers))).toBe(GATEWAY_SAW);
  });

  it('is whom the gateway saw while there is no CDN, whatever is said', async () => {
    expect(await viewerAddress(async () => undefined)(from(throughTheCdn('undefined')))).toBe(GATEWAY_SAW);
    expect(await gatewayAddress(from(throughTheCdn('word')))).toBe(GATEWAY_SAW);
  });

  it('knows a new word within a minute, and asks for it no more often', async () => {
    let word = 'old';
    let asked = 0;
    const address = viewerAddress(async () => {
      asked += 1;
      return word;
    });
    await address(from(throughTheCdn('old')));
    word = 'new';
    expect(await address(from(throughTheCdn('new'), 59))).toBe(GATEWAY_SAW);
    expect(await address(from(throughTheCdn('new'), 60))).toBe(VIEWER);
    expect(asked).toBe(2);
  });
});
