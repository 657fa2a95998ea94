import { route } from '../../../platform/http/http-query.ts';
import type { ReadableView } from '../../../platform/view-store/port.ts';
import { categoriesOf, treeRow } from '../../projections/categories/view.ts';
import { treeBelow } from '../../shown-category.ts';
import { listCategoriesEndpoint, oneCategoryEndpoint } from './endpoints.ts';

/** The reads of categories, for anyone. */
export const categoryRoutes = (view: ReadableView) => {
  const open = {
    watermark: () => ({ categories: ['shop-category'], position: async () => (await view.get(treeRow)).guard }),
    etag: (body: unknown) => body,
  } as const;
  return {
    'GET /api/categories': route({
      ...listCategoriesEndpoint,
      ...open,
      read: async () => ({ items: treeBelow(null, await categoriesOf(view)) }),
    }),
    'GET /api/categories/{categoryId}': route({
      ...oneCategoryEndpoint,
      ...open,
      read: async ({ params: { categoryId } }) => {
        const all = await categoriesOf(view);
        const found = all.find((category) => category.categoryId === categoryId);
        return found && { ...found, children: treeBelow(categoryId, all) };
      },
    }),
  };
};
