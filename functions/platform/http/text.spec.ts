import { describe, expect, it } from 'vitest';
import { lineOfText, linesOfText } from './text.ts';

describe('a text of a request', () => {
  it('is kept trimmed and as NFC', () => expect(lineOfText(10).parse('  か\u3099 ')).toBe('が'));

  it('is counted by code points', () => {
    expect(lineOfText(2).safeParse('𠮷𠮷').success).toBe(true);
    expect(lineOfText(2).safeParse('𠮷𠮷𠮷').success).toBe(false);
  });

  it.each(['', '   ', 'a\u0000b', 'a\nb', '\ud800'])('is refused as a line: %j', (text) =>
    expect(lineOfText(10).safeParse(text).success).toBe(false));

  it('may have newlines and tabs as several lines, and no other control character', () => {
    expect(linesOfText(10).parse('a\n\tb')).toBe('a\n\tb');
    expect(linesOfText(10).safeParse('a\u0007b').success).toBe(false);
  });
});
