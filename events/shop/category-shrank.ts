import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CategoryId, ProductId } from '../ids.ts';

/** A category has one product less: told with what the product says. */
export const CategoryShrank = contract(
  'shop.category-shrank',
  1,
  z.object({ categoryId: CategoryId, productId: ProductId }),
  { category: 'shop-category' },
);
export type CategoryShrank = EventOf<typeof CategoryShrank>;
