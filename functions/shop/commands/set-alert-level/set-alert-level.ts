import type { ProductId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { reject } from '../../../platform/decider.ts';
import { from } from '../../../platform/source.ts';
import { product } from '../../domain/product/product.ts';
import { decideSetAlertLevel } from '../../domain/stock/decide-stock.ts';
import { stock } from '../../domain/stock/stock.ts';
import type { SetAlertLevelRequest } from './request.ts';

/** A librarian says from where on a product is low. */
export const setAlertLevel =
  ({ decide }: { decide: ReturnType<typeof commandLoop> }) =>
  (productId: ProductId, { level }: SetAlertLevelRequest, context: CommandContext) => {
    const sources = { product: from('product', productId, product), stock: from('stock', productId, stock) };
    return decide(context, sources, ({ product: found, stock: held }) => {
      if (found.status !== 'listed') return reject('not-found');
      const decision = decideSetAlertLevel({ level, product: found.described }, held);
      if (decision.outcome === 'rejected') return decision;
      const answer = { stock: held.free, alertLevel: level };
      return { outcome: 'accepted', events: { stock: decision.events }, answer };
    });
  };
