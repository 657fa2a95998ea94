import { describe, it } from 'vitest';
import { CategoryId, ProductId } from '../../../../events/ids.ts';
import { yen } from '../../../../events/money.ts';
import { given } from '../../../platform/given.ts';
import { created as categoryCreated, treeAfter } from '../category/phrases.ts';
import {
  decideChangeProduct,
  decideCreateProduct,
  decideWithdrawProduct,
  type ProductChanges,
} from './decide-product.ts';
import { product } from './product.ts';

const productId = ProductId.parse('pens');
const categoryId = CategoryId.parse('paper');
const other = CategoryId.parse('ink');
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
const withdrawn = { type: 'shop.product-withdrawn' as const, data: { productId, categoryId } };
const tree = treeAfter(categoryCreated('paper'), categoryCreated('ink'));

describe('a product', () => {
  const creating = given((data: typeof described, state: typeof tree) => decideCreateProduct(data, 5, state), {
    initialState: tree,
    evolve: (state) => state,
  });
  const changing = given(
    (changes: ProductChanges, state) => decideChangeProduct(changes, state, (id) => tree.categories.has(id)),
    product,
  );
  const withdrawing = given((_: 'withdraw', state) => decideWithdrawProduct(state), product);

  it('begins without stock, in a category that notes it', () =>
    creating()
      .when(described)
      .thenEvents({
        product: [created],
        stock: [{ type: 'shop.stock-opened', data: { productId, alertLevel: 5 } }],
        tree: [{ type: 'shop.category-grew', data: { categoryId, productId } }],
      }));

  it('is refused in a category that nobody knows', () =>
    creating()
      .when({ ...described, categoryId: CategoryId.parse('bags') })
      .thenRejected('not-found'));

  it('changes in what is sent, and tells all of it', () =>
    changing(created)
      .when({ price: yen(250), active: false })
      .thenEvents({
        product: [{ type: 'shop.product-changed', data: { ...described, price: yen(250), active: false } }],
        tree: [],
      }));

  it('says nothing when nothing changes', () =>
    changing(created).when({ name: 'Pens', categoryId }).thenEvents({ product: [], tree: [] }));

  it('leaves one category for another', () =>
    changing(created)
      .when({ categoryId: other })
      .thenEvents({
        product: [{ type: 'shop.product-changed', data: { ...described, categoryId: other } }],
        tree: [
          { type: 'shop.category-shrank', data: { categoryId, productId } },
          { type: 'shop.category-grew', data: { categoryId: other, productId } },
        ],
      }));

  it('is not moved to a category that nobody knows', () =>
    changing(created)
      .when({ categoryId: CategoryId.parse('bags') })
      .thenRejected('not-found'));

  it('leaves its category when it is withdrawn', () =>
    withdrawing(created)
      .when('withdraw')
      .thenEvents({
        product: [withdrawn],
        tree: [{ type: 'shop.category-shrank', data: { categoryId, productId } }],
      }));

  it('is not found once it was withdrawn, and before it was created', () => {
    for (const told of [[], [created, withdrawn]]) {
      changing(...told)
        .when({ name: 'Ink' })
        .thenRejected('not-found');
      withdrawing(...told)
        .when('withdraw')
        .thenRejected('not-found');
    }
  });
});
