import { describe, expect, it } from 'vitest';
import { CategoryId, ProductId } from '../../../../events/ids.ts';
import { yen } from '../../../../events/money.ts';
import { fold } from '../../../platform/decider.ts';
import { product, soldAs } from './product.ts';

const productId = ProductId.parse('pens');
const categoryId = CategoryId.parse('paper');
const described = {
  productId,
  name: 'Pens',
  description: 'Blue',
  categoryId,
  price: yen(300),
  images: [],
  active: true,
};
const created = { type: 'shop.product-created' as const, data: described };

describe('what an order asks of a product', () => {
  it('is its name and its price of now', () => {
    const cheaper = { type: 'shop.product-changed' as const, data: { ...described, price: yen(200) } };
    expect(soldAs(fold(product, [created, cheaper]))).toMatchObject({ name: 'Pens', price: yen(200) });
  });

  it('is nothing when it is unknown, taken off sale or withdrawn', () => {
    const offSale = { type: 'shop.product-changed' as const, data: { ...described, active: false } };
    const withdrawn = { type: 'shop.product-withdrawn' as const, data: { productId, categoryId } };
    for (const told of [[], [created, offSale], [created, withdrawn]])
      expect(soldAs(fold(product, told))).toBeUndefined();
  });
});
