import type { ProductId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { from } from '../../../platform/source.ts';
import { categoryTree, TREE } from '../../domain/category/category-tree.ts';
import { decideWithdrawProduct } from '../../domain/product/decide-product.ts';
import { product } from '../../domain/product/product.ts';

/** A librarian withdraws a product; its category has one less in the same commit. */
export const withdrawProduct =
  ({ decide }: { decide: ReturnType<typeof commandLoop> }) =>
  (productId: ProductId, context: CommandContext) => {
    const sources = {
      product: from('product', productId, product),
      tree: from('shop-category', TREE, categoryTree),
    };
    return decide(context, sources, (states) => {
      const decision = decideWithdrawProduct(states.product);
      return decision.outcome === 'rejected' ? decision : { ...decision, answer: undefined };
    });
  };
