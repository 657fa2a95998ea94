import * as z from 'zod';
import { NoContent, sendCommand } from '../../../lib/http/send-command.ts';
import { SHOP_READS } from './shop-reads.ts';

const Kept = z.object({ categoryId: z.string() });

/** How a category is called and what it is below; null is the top. */
export interface CategoryWish {
  name: string;
  parentId: string | null;
}

const pathOf = (categoryId: string): string => `/api/categories/${encodeURIComponent(categoryId)}`;

export const createCategory = (body: CategoryWish, key: string) =>
  sendCommand({ method: 'POST', path: '/api/categories', body, key, answer: Kept, seenBy: SHOP_READS });

export const changeCategory = (categoryId: string) => (body: CategoryWish, key: string) =>
  sendCommand({ method: 'PATCH', path: pathOf(categoryId), body, key, answer: Kept, seenBy: SHOP_READS });

export const deleteCategory = (categoryId: string, key: string): Promise<undefined> =>
  sendCommand({ method: 'DELETE', path: pathOf(categoryId), key, answer: NoContent, seenBy: SHOP_READS });
