import type { CategoryId } from '../../../../events/ids.ts';
import type { CategoryChanged } from '../../../../events/shop/category-changed.ts';
import type { CategoryCreated } from '../../../../events/shop/category-created.ts';
import type { CategoryDeleted } from '../../../../events/shop/category-deleted.ts';
import type { CategoryGrew } from '../../../../events/shop/category-grew.ts';
import type { CategoryShrank } from '../../../../events/shop/category-shrank.ts';
import type { Aggregate } from '../../../platform/decider.ts';

/** A category where it stands in the tree. */
export interface PlacedCategory {
  name: string;
  parentId: CategoryId | null;
  /** How many products are in it, those of its descendants not counted. */
  products: number;
}

/** All categories: whether one may move or go depends on the others, so they are decided over together, on one stream. */
export interface CategoryTree {
  categories: ReadonlyMap<CategoryId, PlacedCategory>;
}
export type CategoryEvent = CategoryCreated | CategoryChanged | CategoryDeleted | CategoryGrew | CategoryShrank;

/** The id of the one stream. */
export const TREE = 'tree';

export const categoryTree: Aggregate<CategoryTree, CategoryEvent> = {
  reducer: '5b60ad2b5e71',
  initialState: { categories: new Map() },
  evolve: (tree, event) => {
    switch (event.type) {
      case 'shop.category-created': {
        const { categoryId, name, parentId } = event.data;
        return { categories: new Map([...tree.categories, [categoryId, { name, parentId, products: 0 }]]) };
      }
      case 'shop.category-changed': {
        const { categoryId, name, parentId } = event.data;
        return changed(tree, categoryId, (before) => ({ ...before, name, parentId }));
      }
      case 'shop.category-deleted':
        return { categories: new Map([...tree.categories].filter(([id]) => id !== event.data.categoryId)) };
      case 'shop.category-grew':
        return changed(tree, event.data.categoryId, (before) => ({ ...before, products: before.products + 1 }));
      case 'shop.category-shrank':
        return changed(tree, event.data.categoryId, (before) => ({ ...before, products: before.products - 1 }));
      default:
        return tree;
    }
  },
};

const changed = (
  { categories }: CategoryTree,
  categoryId: CategoryId,
  change: (before: PlacedCategory) => PlacedCategory,
): CategoryTree => {
  const before = categories.get(categoryId);
  return { categories: before ? new Map([...categories, [categoryId, change(before)]]) : categories };
};

/** A category and all above it, itself first. */
export const pathTo = ({ categories }: CategoryTree, categoryId: CategoryId): readonly CategoryId[] => {
  const path: CategoryId[] = [];
  let at: CategoryId | null = categoryId;
  while (at !== null) {
    path.push(at);
    at = categories.get(at)?.parentId ?? null;
  }
  return path;
};

/** The categories right below one. */
export const childrenOf = ({ categories }: CategoryTree, categoryId: CategoryId): readonly CategoryId[] =>
  [...categories].flatMap(([id, { parentId }]) => (parentId === categoryId ? [id] : []));

/** How many levels a category and all below it take. */
export const levelsFrom = (tree: CategoryTree, categoryId: CategoryId): number =>
  1 + Math.max(0, ...childrenOf(tree, categoryId).map((child) => levelsFrom(tree, child)));
