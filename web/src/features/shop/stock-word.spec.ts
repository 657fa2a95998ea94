import { expect, it } from 'vitest';
import { stockWordOf } from './stock-word.ts';

it.each([
  [0, true, 'soldOut'],
  [1, true, 'few'],
  [5, true, 'few'],
  [6, true, 'inStock'],
  [6, false, 'notOnSale'],
] as const)('given %d free pieces and on sale: %s, says %s', (stock, active, word) =>
  expect(stockWordOf({ stock, active })).toBe(word));
