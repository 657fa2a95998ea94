import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { RowProjection } from '../../../platform/projection.ts';
import type { ListedCategory } from '../../shown-category.ts';
import { categoriesIn, treeRow } from './view.ts';

/** All categories in one row. */
export const categories: RowProjection<'categories'> = {
  listener: 'categories',
  keyOf: () => treeRow,
  evolve: (row, event) => ({ categories: after(categoriesIn(row), event) }),
};

const after = (all: readonly ListedCategory[], { type, data }: HeardBy<'categories'>): readonly ListedCategory[] => {
  switch (type) {
    case 'shop.category-created':
      return [...all, data];
    case 'shop.category-changed':
      return all.map((category) => (category.categoryId === data.categoryId ? data : category));
    case 'shop.category-deleted':
      return all.filter(({ categoryId }) => categoryId !== data.categoryId);
    // Heard so that readers with a consistency token know how far the tree is.
    case 'shop.category-grew':
    case 'shop.category-shrank':
      return all;
  }
};
