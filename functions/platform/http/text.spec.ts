import { describe, expect, it } from 'vitest';
import { containing, contains, line, paragraph } from './text.ts';

describe('a text of a request', () => {
  it('is kept trimmed and as NFC', () => expect(line(10).parse('  か\u3099 ')).toBe('が'));

  it('is counted by code points', () => {
    expect(line(2).safeParse('𠮷𠮷').success).toBe(true);
    expect(line(2).safeParse('𠮷𠮷𠮷').success).toBe(false);
  });

  it.each(['', '   ', 'a\u0000b', 'a\nb', '\ud800'])('is refused as a line: %j', (text) =>
    expect(line(10).safeParse(text).success).toBe(false));

  it('may have newlines and tabs as a paragraph, and no other control character', () => {
    expect(paragraph(10).parse('a\n\tb')).toBe('a\n\tb');
    expect(paragraph(10).safeParse('a\u0007b').success).toBe(false);
  });
});

describe('a contains-filter', () => {
  const wanted = containing.parse('A.*%');
  it('is literal and knows no case', () => {
    expect(contains('xa.*%x', wanted)).toBe(true);
    expect(contains('abc', wanted)).toBe(false);
  });
  it('lets everything pass when it is absent, and nothing absent when it is there', () => {
    expect(contains(undefined, undefined)).toBe(true);
    expect(contains(undefined, wanted)).toBe(false);
  });
});
