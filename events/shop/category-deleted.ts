import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CategoryId } from '../ids.ts';

/** A category that held nothing any more is gone. */
export const CategoryDeleted = contract('shop.category-deleted', 1, z.object({ categoryId: CategoryId }), {
  category: 'shop-category',
});
export type CategoryDeleted = EventOf<typeof CategoryDeleted>;
