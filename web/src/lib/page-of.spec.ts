import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { itemsOf, nextCursorOf, pageOf, pathWith } from './page-of.ts';

describe('paging by cursor', () => {
  it('goes on with the cursor it was given and ends without one', () => {
    expect(nextCursorOf({ nextCursor: 'abc' })).toBe('abc');
    expect(nextCursorOf({ nextCursor: null })).toBeUndefined();
    expect(nextCursorOf({})).toBeUndefined();
  });

  it('shows an item that moved between two pages once, in its latest state', () => {
    const pages = [
      {
        items: [
          { id: 'a', n: 1 },
          { id: 'b', n: 1 },
        ],
      },
      {
        items: [
          { id: 'b', n: 2 },
          { id: 'c', n: 1 },
        ],
      },
    ];
    expect(itemsOf(pages, ({ id }) => id)).toEqual([
      { id: 'a', n: 1 },
      { id: 'b', n: 2 },
      { id: 'c', n: 1 },
    ]);
  });

  it('sends what is set and escapes it', () => {
    expect(pathWith('/api/series', { title: '雲 & 海', author: '', limit: 24, cursor: undefined })).toBe(
      '/api/series?title=%E9%9B%B2+%26+%E6%B5%B7&limit=24',
    );
    expect(pathWith('/api/series', {})).toBe('/api/series');
  });

  it('refuses a page that is no page', () => {
    expect(pageOf(z.string()).safeParse('<!doctype html>').success).toBe(false);
    expect(pageOf(z.string()).safeParse({ items: [1], nextCursor: null }).success).toBe(false);
  });
});
