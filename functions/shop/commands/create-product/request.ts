import * as z from 'zod';
import { CategoryId } from '../../../../events/ids.ts';
import { AlertLevel, Description, Images, Price, ProductName } from '../../written-words.ts';

/** `POST /api/products`; its stock starts at 0 and is low only when there is none, unless said otherwise. */
export const CreateProductRequest = z.strictObject({
  name: ProductName,
  description: Description,
  categoryId: CategoryId,
  price: Price,
  alertLevel: AlertLevel.default(0),
  images: Images.default([]),
});
export type CreateProductRequest = z.infer<typeof CreateProductRequest>;
