import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { ProductId } from '../ids.ts';

/** What is free of a product fell to its alert level or below; told once each time it falls. */
export const StockRanLow = contract(
  'shop.stock-ran-low',
  1,
  z.object({
    productId: ProductId,
    name: z.string(),
    stock: z.number().int().min(0),
    alertLevel: z.number().int().min(0),
  }),
  { category: 'stock' },
);
export type StockRanLow = EventOf<typeof StockRanLow>;
