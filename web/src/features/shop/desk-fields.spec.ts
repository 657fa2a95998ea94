import { expect, it } from 'vitest';
import { bodyToChange, bodyToCreate } from '../../lib/entered-fields.ts';
import { changedProductFields, enteredProduct, productBody, productFields } from './desk-fields.ts';
import { Product } from './product.ts';

const product = Product.parse({
  productId: 'p',
  name: 'Bookmark',
  description: 'Thin brass.',
  categoryId: 'c',
  price: { amount: 880, currency: 'JPY' },
  stock: 3,
  alertLevel: 20,
  images: ['/a.svg', '/b.svg'],
});

it('makes a product with whole yen and a picture a line', () => {
  const entered = { ...enteredProduct({}), name: 'Bookmark', categoryId: 'c', price: '880', description: 'Thin.' };
  expect(productBody(bodyToCreate(productFields, { ...entered, images: '/a.svg\n\n /b.svg ' }))).toEqual({
    name: 'Bookmark',
    categoryId: 'c',
    price: { amount: 880, currency: 'JPY' },
    alertLevel: 0,
    description: 'Thin.',
    images: ['/a.svg', '/b.svg'],
  });
});

it('changes only what was changed', () => {
  const before = enteredProduct(product);
  const change = (part: object) => productBody(bodyToChange(changedProductFields, before, { ...before, ...part }));
  expect(change({})).toEqual({});
  expect(change({ active: 'false', images: '' })).toEqual({ active: false, images: [] });
  expect(change({ price: '900' })).toEqual({ price: { amount: 900, currency: 'JPY' } });
});
