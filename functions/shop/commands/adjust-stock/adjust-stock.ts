import type { ProductId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { reject } from '../../../platform/decider.ts';
import { from } from '../../../platform/source.ts';
import { product } from '../../domain/product/product.ts';
import { decideAdjust } from '../../domain/stock/decide-stock.ts';
import { stock } from '../../domain/stock/stock.ts';
import type { AdjustStockRequest } from './request.ts';

/** A librarian counts pieces in or out. */
export const adjustStock =
  ({ decide }: { decide: ReturnType<typeof commandLoop> }) =>
  (productId: ProductId, { change, reason }: AdjustStockRequest, context: CommandContext) => {
    const sources = { product: from('product', productId, product), stock: from('stock', productId, stock) };
    return decide(context, sources, ({ product: found, stock: held }) => {
      if (found.status !== 'listed') return reject('not-found');
      const decision = decideAdjust({ change, reason, product: found.described }, held);
      if (decision.outcome === 'rejected') return decision;
      return { outcome: 'accepted', events: { stock: decision.events }, answer: { stock: held.free + change } };
    });
  };
