import * as z from 'zod';
import { CategoryId } from '../../../../events/ids.ts';
import { AlertLevel, Description, Images, Price, ProductName } from '../../written-words.ts';

/** `PATCH /api/products/{productId}`: what is left out stays as it is; `active: false` takes it off sale. */
export const ChangeProductRequest = z
  .strictObject({
    name: ProductName,
    description: Description,
    categoryId: CategoryId,
    price: Price,
    alertLevel: AlertLevel,
    active: z.boolean(),
    images: Images,
  })
  .partial();
export type ChangeProductRequest = z.infer<typeof ChangeProductRequest>;
