import type { CategoryId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { fold, reject } from '../../../platform/decider.ts';
import { from } from '../../../platform/source.ts';
import { type CategoryTree, categoryTree, TREE } from '../../domain/category/category-tree.ts';
import { decideChangeCategory } from '../../domain/category/decide-category.ts';
import { type ShownCategory, treeBelow } from '../../shown-category.ts';
import type { ChangeCategoryRequest } from './request.ts';

/** A librarian renames a category or moves it. Of two moves that would put each below the other, the second is refused. */
export const changeCategory =
  ({ decide }: { decide: ReturnType<typeof commandLoop> }) =>
  (categoryId: CategoryId, changes: ChangeCategoryRequest, context: CommandContext) =>
    decide(context, { tree: from('shop-category', TREE, categoryTree) }, ({ tree }) => {
      const decision = decideChangeCategory(categoryId, changes, tree);
      if (decision.outcome === 'rejected') return decision;
      const answer = shownIn(fold({ ...categoryTree, initialState: tree }, decision.events), categoryId);
      return answer ? { outcome: 'accepted', events: { tree: decision.events }, answer } : reject('not-found');
    });

const shownIn = ({ categories }: CategoryTree, categoryId: CategoryId): ShownCategory | undefined => {
  const all = [...categories].map(([id, { name, parentId }]) => ({ categoryId: id, name, parentId }));
  const found = all.find((category) => category.categoryId === categoryId);
  return found && { ...found, children: treeBelow(categoryId, all) };
};
