import { expect, it } from 'vitest';
import { sumOf } from './basket-sum.ts';
import { Product } from './product.ts';

const product = (productId: string, amount: number, currency = 'JPY') =>
  Product.parse({ productId, name: productId, categoryId: 'c', price: { amount, currency }, stock: 9 });
const basket = [
  { productId: 'a', quantity: 3 },
  { productId: 'b', quantity: 1 },
];

it('sums whole yen, by the prices of the shop', () =>
  expect(sumOf(basket, [product('a', 333), product('b', 1)])).toEqual({ amount: 1000, currency: 'JPY' }));

it('says no sum while a price is unknown, or the currencies differ', () => {
  expect(sumOf(basket, [product('a', 333), undefined])).toBeUndefined();
  expect(sumOf(basket, [product('a', 333), product('b', 1, 'USD')])).toBeUndefined();
  expect(sumOf([], [])).toBeUndefined();
});
