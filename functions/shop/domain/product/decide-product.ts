import type { CategoryId } from '../../../../events/ids.ts';
import type { CategoryGrew } from '../../../../events/shop/category-grew.ts';
import type { CategoryShrank } from '../../../../events/shop/category-shrank.ts';
import { ProductChanged } from '../../../../events/shop/product-changed.ts';
import type { ProductCreated } from '../../../../events/shop/product-created.ts';
import type { ProductWithdrawn } from '../../../../events/shop/product-withdrawn.ts';
import type { StockOpened } from '../../../../events/shop/stock-opened.ts';
import { accept, type Decision, reject } from '../../../platform/decider.ts';
import type { CategoryTree } from '../category/category-tree.ts';
import type { Product } from './product.ts';

/** What is told of a product, and of the category that gets or loses it. */
interface ProductAndTree<OfProduct, OfTree> {
  product: readonly OfProduct[];
  tree: readonly OfTree[];
}

/** A product begins to be sold, in a category that is there; its stock begins with nothing. */
export const decideCreateProduct = (
  data: ProductCreated['data'],
  alertLevel: number,
  tree: CategoryTree,
): Decision<ProductAndTree<ProductCreated, CategoryGrew> & { stock: readonly StockOpened[] }, 'not-found'> => {
  const { productId, categoryId } = data;
  if (!tree.categories.has(categoryId)) return reject('not-found');
  return accept({
    product: [{ type: 'shop.product-created', data }],
    stock: [{ type: 'shop.stock-opened', data: { productId, alertLevel } }],
    tree: [{ type: 'shop.category-grew', data: { categoryId, productId } }],
  });
};

/** Fields of a product by their names; what is left out stays as it is. */
export type ProductChanges = {
  [Name in keyof Omit<ProductChanged['data'], 'productId'>]?: ProductChanged['data'][Name] | undefined;
};

/** What changes of a product. A change that changes nothing says nothing. */
export const decideChangeProduct = (
  changes: ProductChanges,
  product: Product,
  hasCategory: (categoryId: CategoryId) => boolean,
): Decision<ProductAndTree<ProductChanged, CategoryShrank | CategoryGrew>, 'not-found'> => {
  if (product.status !== 'listed') return reject('not-found');
  const { described: before } = product;
  const data = ProductChanged.shape.parse({ ...before, ...changes });
  if (JSON.stringify(data) === JSON.stringify(ProductChanged.shape.parse(before)))
    return accept({ product: [], tree: [] });
  const told: readonly ProductChanged[] = [{ type: 'shop.product-changed', data }];
  const { productId, categoryId } = data;
  if (categoryId === before.categoryId) return accept({ product: told, tree: [] });
  if (!hasCategory(categoryId)) return reject('not-found');
  return accept({
    product: told,
    tree: [
      { type: 'shop.category-shrank', data: { categoryId: before.categoryId, productId } },
      { type: 'shop.category-grew', data: { categoryId, productId } },
    ],
  });
};

/** A product is sold no longer. Orders that have it keep it, and what they give back is kept on its stock. */
export const decideWithdrawProduct = (
  product: Product,
): Decision<ProductAndTree<ProductWithdrawn, CategoryShrank>, 'not-found'> => {
  if (product.status !== 'listed') return reject('not-found');
  const { productId, categoryId } = product.described;
  const data = { productId, categoryId };
  return accept({
    product: [{ type: 'shop.product-withdrawn', data }],
    tree: [{ type: 'shop.category-shrank', data }],
  });
};
