import type { ProductId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { beginning, from } from '../../../platform/source.ts';
import { categoryTree, TREE } from '../../domain/category/category-tree.ts';
import { decideCreateProduct } from '../../domain/product/decide-product.ts';
import { product } from '../../domain/product/product.ts';
import { stock } from '../../domain/stock/stock.ts';
import type { ShownProduct } from '../../shown-product.ts';
import type { CreateProductRequest } from './request.ts';

interface Needs {
  newProductId: () => ProductId;
  decide: ReturnType<typeof commandLoop>;
}

/** A librarian adds a product. Its category notes it in the same commit, so that it cannot be deleted meanwhile. */
export const createProduct =
  ({ newProductId, decide }: Needs) =>
  ({ alertLevel, ...request }: CreateProductRequest, context: CommandContext) => {
    const productId = newProductId();
    const described = { productId, ...request, active: true };
    const answer: ShownProduct = { ...described, stock: 0, alertLevel };
    const sources = {
      product: beginning('product', productId, product),
      stock: beginning('stock', productId, stock),
      tree: from('shop-category', TREE, categoryTree),
    };
    return decide(context, sources, ({ tree }) => {
      const decision = decideCreateProduct(described, alertLevel, tree);
      return decision.outcome === 'rejected' ? decision : { ...decision, answer };
    });
  };
