import * as z from 'zod';
import type { ReadableView } from '../../../platform/view-store/port.ts';
import { ListedCategory } from '../../shown-category.ts';

/** The view `categories` has one row: the tree is always shown whole, and is never larger than a row. */
export const treeRow = { pk: 'tree', sk: 'tree' };

const TreeRow = z.object({ categories: z.array(ListedCategory) });

/** The categories in their row, none before the first was told. */
export const categoriesIn = (row: unknown): readonly ListedCategory[] =>
  row === undefined ? [] : TreeRow.parse(row).categories;

/** All categories of the shop, in the order in which they were created. */
export const categoriesOf = async (view: Pick<ReadableView, 'get'>): Promise<readonly ListedCategory[]> =>
  categoriesIn((await view.get(treeRow)).row);
