import { describe, expect, it } from 'vitest';
import { type Basket, basketFrom, MOST_LINES, piecesFrom, piecesIn, putInto, without, withQuantity } from './basket.ts';

const some: Basket = [
  { productId: 'a', quantity: 2 },
  { productId: 'b', quantity: 1 },
];
const full: Basket = Array.from({ length: MOST_LINES }, (_, index) => ({ productId: `p-${index}`, quantity: 1 }));

describe('the basket', () => {
  it('keeps one line of a product, however often it is put in', () =>
    expect(putInto(some, 'a', 3)).toEqual({
      outcome: 'put',
      basket: [
        { productId: 'a', quantity: 5 },
        { productId: 'b', quantity: 1 },
      ],
    }));

  it('takes no more of a product than an order does', () => {
    expect(putInto(some, 'a', 98).outcome).toBe('put');
    expect(putInto(some, 'a', 99)).toEqual({ outcome: 'too-many-pieces' });
  });

  it('takes no more different products than an order does, but more of those in it', () => {
    expect(putInto(full, 'one-more', 1)).toEqual({ outcome: 'basket-full' });
    expect(putInto(full, 'p-0', 1).outcome).toBe('put');
  });

  it('changes a quantity in its place, and counts all pieces', () => {
    expect(withQuantity(some, 'a', 7).map(({ productId }) => productId)).toEqual(['a', 'b']);
    expect(piecesIn(withQuantity(some, 'a', 7))).toBe(8);
    expect(without(some, 'a')).toEqual([{ productId: 'b', quantity: 1 }]);
  });

  it.each([
    [0, 1],
    [-3, 1],
    [2.9, 2],
    [101, 100],
    [Number.NaN, 1],
  ])('reads %d typed pieces as %d', (typed, pieces) => expect(piecesFrom(typed)).toBe(pieces));

  it.each([
    null,
    '',
    '{',
    '{"a":1}',
    '[{"productId":"a","quantity":0}]',
    '[{"productId":"a","quantity":1.5}]',
  ])('given %s was written down, begins empty', (written) => expect(basketFrom(written)).toEqual([]));

  it('is read as it was written down, and takes no price along', () =>
    expect(basketFrom('[{"productId":"a","quantity":2,"price":1}]')).toEqual([{ productId: 'a', quantity: 2 }]));
});
