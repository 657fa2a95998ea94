import type { CategoryId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { from } from '../../../platform/source.ts';
import { categoryTree, TREE } from '../../domain/category/category-tree.ts';
import { decideCreateCategory } from '../../domain/category/decide-category.ts';
import type { ShownCategory } from '../../shown-category.ts';
import type { CreateCategoryRequest } from './request.ts';

interface Needs {
  newCategoryId: () => CategoryId;
  decide: ReturnType<typeof commandLoop>;
}

/** A librarian adds a category. Names may repeat: who reads them sees where they stand. */
export const createCategory =
  ({ newCategoryId, decide }: Needs) =>
  (request: CreateCategoryRequest, context: CommandContext) => {
    const data = { categoryId: newCategoryId(), ...request };
    const answer: ShownCategory = { ...data, children: [] };
    return decide(context, { tree: from('shop-category', TREE, categoryTree) }, ({ tree }) => {
      const decision = decideCreateCategory(data, tree);
      return decision.outcome === 'rejected'
        ? decision
        : { outcome: 'accepted', events: { tree: decision.events }, answer };
    });
  };
