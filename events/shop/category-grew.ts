import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CategoryId, ProductId } from '../ids.ts';

/** A category has one product more: told with the product itself, so that no category is deleted under its products. */
export const CategoryGrew = contract(
  'shop.category-grew',
  1,
  z.object({ categoryId: CategoryId, productId: ProductId }),
  { category: 'shop-category' },
);
export type CategoryGrew = EventOf<typeof CategoryGrew>;
