import { describe, expect, it } from 'vitest';
import { preferredLanguage } from './preferred-language.ts';

describe('the language that a browser asks for', () => {
  it.each([
    ['ja', 'ja'],
    ['ja-JP,ja;q=0.9,en-US;q=0.8', 'ja'],
    ['en-GB,en;q=0.9,ja;q=0.8', 'en'],
    ['de, ja;q=0.5, en;q=0.4', 'ja'],
    ['en;q=0.1, ja;q=0.9', 'ja'],
    ['en;q=0, ja;q=0.1', 'ja'],
  ])('is the first of ours in it: %s', (header, language) => expect(preferredLanguage(header)).toBe(language));

  it.each([undefined, '', '*', 'de', 'ja;q=0', 'jan', 'ja;q=x', ',;,'])('is none of ours in %j', (header) =>
    expect(preferredLanguage(header)).toBeUndefined());
});
