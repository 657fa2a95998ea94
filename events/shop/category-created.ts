import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CategoryId } from '../ids.ts';

/** A category of the shop began, below another one or at the top. */
export const CategoryCreated = contract(
  'shop.category-created',
  1,
  z.object({ categoryId: CategoryId, name: z.string(), parentId: CategoryId.nullable() }),
  { category: 'shop-category' },
);
export type CategoryCreated = EventOf<typeof CategoryCreated>;
