import * as z from 'zod';
import { Change, Reason } from '../../written-words.ts';

/** `POST /api/products/{productId}/stock` */
export const AdjustStockRequest = z.strictObject({ change: Change, reason: Reason });
export type AdjustStockRequest = z.infer<typeof AdjustStockRequest>;
