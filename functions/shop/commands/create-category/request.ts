import * as z from 'zod';
import { CategoryId } from '../../../../events/ids.ts';
import { CategoryName } from '../../written-words.ts';

/** `POST /api/categories`; without a parent it stands at the top. */
export const CreateCategoryRequest = z.strictObject({
  name: CategoryName,
  parentId: CategoryId.nullable().default(null),
});
export type CreateCategoryRequest = z.infer<typeof CreateCategoryRequest>;
