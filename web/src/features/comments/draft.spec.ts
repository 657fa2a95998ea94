import { describe, expect, it } from 'vitest';
import { charactersOf, isSayable } from './draft.ts';

const said = (text: string) => isSayable({ text, rating: null });

describe('a comment', () => {
  it('counts what a reader would call a character once', () => {
    expect(charactersOf('😀雲a')).toBe(3);
    expect(charactersOf('か\u3099')).toBe(1);
  });

  it('has one to 500 characters', () => {
    expect(said('😀'.repeat(500))).toBe(true);
    expect(said('😀'.repeat(501))).toBe(false);
    expect(said('')).toBe(false);
  });

  it('is not blank', () => expect(said(' \n　')).toBe(false));
});
