import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CategoryId } from '../ids.ts';

/** A category got another name or another place in the tree; both as they are now. */
export const CategoryChanged = contract(
  'shop.category-changed',
  1,
  z.object({ categoryId: CategoryId, name: z.string(), parentId: CategoryId.nullable() }),
  { category: 'shop-category' },
);
export type CategoryChanged = EventOf<typeof CategoryChanged>;
