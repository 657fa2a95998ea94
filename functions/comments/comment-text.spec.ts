import { describe, expect, it } from 'vitest';
import { CommentText } from './comment-text.ts';

describe('the text of a comment', () => {
  it.each([
    ['tags and spaces', '  <b>great</b> & "so"  '],
    ['newlines and tabs', 'a\n\tb'],
    ['a single character', '。'],
    ['500 characters', 'x'.repeat(500)],
    ['500 characters beyond the first plane', '📚'.repeat(500)],
  ])('comes back as it was sent: %s', (_, text) => expect(CommentText.parse(text)).toBe(text));

  it('is kept in one normal form', () => expect(CommentText.parse('か\u3099')).toBe('が'));

  it('is as long as its normal form', () => expect(CommentText.safeParse('か\u3099'.repeat(500)).success).toBe(true));

  it.each([
    ['empty', ''],
    ['blank', ' \n\t\u3000'],
    ['501 characters', 'x'.repeat(501)],
    ['a carriage return', 'a\r\nb'],
    ['a null', 'a\u0000'],
    ['a delete', 'a\u007f'],
    ['half a character', 'a\ud83d'],
  ])('is refused: %s', (_, text) => expect(CommentText.safeParse(text).success).toBe(false));
});
