import type { CategoryId } from '../../../../events/ids.ts';
import type { CategoryChanged } from '../../../../events/shop/category-changed.ts';
import type { CategoryCreated } from '../../../../events/shop/category-created.ts';
import type { CategoryDeleted } from '../../../../events/shop/category-deleted.ts';
import { accept, type Decision, reject } from '../../../platform/decider.ts';
import { type CategoryTree, childrenOf, levelsFrom, pathTo } from './category-tree.ts';

/** Levels of the tree, the top one included. */
export const MOST_LEVELS = 20;
/** The tree is shown whole, and is one row of the read model. */
export const MOST_CATEGORIES = 500;

/** A new category, at the top (null) or below another. */
export const decideCreateCategory = (
  data: CategoryCreated['data'],
  tree: CategoryTree,
): Decision<readonly CategoryCreated[], 'not-found' | 'too-many-categories' | 'too-deep'> => {
  const { parentId } = data;
  if (isUnknown(tree, parentId)) return reject('not-found');
  if (tree.categories.size >= MOST_CATEGORIES) return reject('too-many-categories');
  if (levelsAbove(tree, parentId) + 1 > MOST_LEVELS) return reject('too-deep');
  return accept([{ type: 'shop.category-created', data }]);
};

export interface CategoryChanges {
  name?: string | undefined;
  parentId?: CategoryId | null | undefined;
}

/** A category gets another name or another place, and takes along all that is below it. */
export const decideChangeCategory = (
  categoryId: CategoryId,
  changes: CategoryChanges,
  tree: CategoryTree,
): Decision<readonly CategoryChanged[], 'not-found' | 'below-itself' | 'too-deep'> => {
  const before = tree.categories.get(categoryId);
  const { name = before?.name, parentId = before?.parentId } = changes;
  if (!before || name === undefined || parentId === undefined || isUnknown(tree, parentId)) return reject('not-found');
  if (name === before.name && parentId === before.parentId) return accept([]);
  if (parentId !== before.parentId) {
    if (parentId !== null && pathTo(tree, parentId).includes(categoryId)) return reject('below-itself');
    if (levelsAbove(tree, parentId) + levelsFrom(tree, categoryId) > MOST_LEVELS) return reject('too-deep');
  }
  return accept([{ type: 'shop.category-changed', data: { categoryId, name, parentId } }]);
};

/** A category goes when nothing is in it any more: no category and no product. */
export const decideDeleteCategory = (
  categoryId: CategoryId,
  tree: CategoryTree,
): Decision<readonly CategoryDeleted[], 'not-found' | 'category-not-empty'> => {
  const found = tree.categories.get(categoryId);
  if (!found) return reject('not-found');
  if (found.products > 0 || childrenOf(tree, categoryId).length > 0) return reject('category-not-empty');
  return accept([{ type: 'shop.category-deleted', data: { categoryId } }]);
};

const isUnknown = ({ categories }: CategoryTree, parentId: CategoryId | null): boolean =>
  parentId !== null && !categories.has(parentId);

const levelsAbove = (tree: CategoryTree, parentId: CategoryId | null): number =>
  parentId === null ? 0 : pathTo(tree, parentId).length;
