import * as z from 'zod';
import { OrderId } from '../../../../events/ids.ts';

/** Once that the stock of a product changed: one row, never changed. `stock` is what was free afterwards. */
export const StockChange = z.object({
  at: z.iso.datetime(),
  change: z.number().int(),
  stock: z.number().int().min(0),
  /** A librarian's words; `reserved`, `released` or `returned` where it was an order. */
  reason: z.string(),
  orderId: OrderId.optional(),
});
export type StockChange = z.infer<typeof StockChange>;

/** In the order of the stock's stream. */
export const changeKey = (productId: string, version: number) => ({
  pk: productId,
  sk: String(version).padStart(9, '0'),
});
export const CHANGE_KEY = /^\d{9}$/;
