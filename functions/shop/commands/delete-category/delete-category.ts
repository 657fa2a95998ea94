import type { CategoryId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { ownEvents } from '../../../platform/one-stream.ts';
import { from } from '../../../platform/source.ts';
import { categoryTree, TREE } from '../../domain/category/category-tree.ts';
import { decideDeleteCategory } from '../../domain/category/decide-category.ts';

/** A librarian deletes a category. A product that comes into it at the same moment is refused, or keeps it. */
export const deleteCategory =
  ({ decide }: { decide: ReturnType<typeof commandLoop> }) =>
  (categoryId: CategoryId, context: CommandContext) =>
    decide(context, { own: from('shop-category', TREE, categoryTree) }, ({ own }) =>
      ownEvents(decideDeleteCategory(categoryId, own)),
    );
