import { CategoryId, ProductId } from '../../../../events/ids.ts';
import type { CategoryChanged } from '../../../../events/shop/category-changed.ts';
import type { CategoryCreated } from '../../../../events/shop/category-created.ts';
import type { CategoryGrew } from '../../../../events/shop/category-grew.ts';
import type { CategoryShrank } from '../../../../events/shop/category-shrank.ts';
import { fold } from '../../../platform/decider.ts';
import { type CategoryEvent, categoryTree } from './category-tree.ts';

/** Words of the tree's rules: categories by short ids. */
export const id = (name: string) => CategoryId.parse(name);
export const created = (name: string, parent: string | null = null): CategoryCreated => ({
  type: 'shop.category-created',
  data: { categoryId: id(name), name, parentId: parent === null ? null : id(parent) },
});
export const changed = (name: string, parent: string | null, called = name): CategoryChanged => ({
  type: 'shop.category-changed',
  data: { categoryId: id(name), name: called, parentId: parent === null ? null : id(parent) },
});
const productId = ProductId.parse('pens');
export const grew = (name: string): CategoryGrew => ({
  type: 'shop.category-grew',
  data: { categoryId: id(name), productId },
});
export const shrank = (name: string): CategoryShrank => ({
  type: 'shop.category-shrank',
  data: { categoryId: id(name), productId },
});
export const treeAfter = (...told: readonly CategoryEvent[]) => fold(categoryTree, told);
