import * as z from 'zod';
import { Money } from '../../lib/contract-values.ts';

/** A product as the shop answers it; `stock` counts the pieces that are free to be sold. */
export const Product = z.object({
  productId: z.string(),
  name: z.string(),
  description: z.string().default(''),
  categoryId: z.string(),
  price: Money,
  stock: z.int(),
  alertLevel: z.int().nullish(),
  active: z.boolean().default(true),
  images: z.array(z.string()).default([]),
});
export type Product = z.infer<typeof Product>;
