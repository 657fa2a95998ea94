import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { ProductId } from '../ids.ts';

/** Stock of a product counts as low at this level or below. */
export const AlertLevelSet = contract(
  'shop.alert-level-set',
  1,
  z.object({ productId: ProductId, alertLevel: z.number().int().min(0) }),
  { category: 'stock' },
);
export type AlertLevelSet = EventOf<typeof AlertLevelSet>;
