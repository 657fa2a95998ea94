import type { ProductId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { reject } from '../../../platform/decider.ts';
import { from } from '../../../platform/source.ts';
import { categoryTree, TREE } from '../../domain/category/category-tree.ts';
import { decideChangeProduct } from '../../domain/product/decide-product.ts';
import { product } from '../../domain/product/product.ts';
import { decideSetAlertLevel } from '../../domain/stock/decide-stock.ts';
import { stock } from '../../domain/stock/stock.ts';
import type { ShownProduct } from '../../shown-product.ts';
import type { ChangeProductRequest } from './request.ts';

/** A librarian changes a product. The categories are asked only when it moves: they are one stream for all products. */
export const changeProduct =
  ({ decide }: { decide: ReturnType<typeof commandLoop> }) =>
  (productId: ProductId, { alertLevel, ...changes }: ChangeProductRequest, context: CommandContext) => {
    const sources = {
      product: from('product', productId, product),
      stock: from('stock', productId, stock),
      trees: changes.categoryId === undefined ? [] : [from('shop-category', TREE, categoryTree)],
    };
    return decide(context, sources, ({ product: before, stock: held, trees }) => {
      const decision = decideChangeProduct(changes, before, (id) => trees.some((tree) => tree.categories.has(id)));
      if (decision.outcome === 'rejected') return decision;
      if (before.status !== 'listed') return reject('not-found');
      const described = decision.events.product[0]?.data ?? before.described;
      const level = alertLevel ?? held.alertLevel;
      const alert = decideSetAlertLevel({ level, product: described }, held);
      if (alert.outcome === 'rejected') return alert;
      const answer: ShownProduct = { ...described, stock: held.free, alertLevel: level };
      const events = {
        product: decision.events.product,
        stock: alert.events,
        trees: trees.map(() => decision.events.tree),
      };
      return { outcome: 'accepted', events, answer };
    });
  };
