import * as z from 'zod';
import { CategoryId } from '../../../../events/ids.ts';
import { CategoryName } from '../../written-words.ts';

/** `PATCH /api/categories/{categoryId}`: what is left out stays as it is; `parentId: null` moves it to the top. */
export const ChangeCategoryRequest = z.strictObject({ name: CategoryName, parentId: CategoryId.nullable() }).partial();
export type ChangeCategoryRequest = z.infer<typeof ChangeCategoryRequest>;
