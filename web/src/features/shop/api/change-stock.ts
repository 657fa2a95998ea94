import * as z from 'zod';
import { sendCommand } from '../../../lib/http/send-command.ts';
import { productPath } from './get-product.ts';
import { SHOP_READS } from './shop-reads.ts';

const Counted = z.object({ stock: z.int() });

/** Counts pieces in or out, and says why. */
export const changeStock = (productId: string) => (body: Record<string, unknown>, key: string) =>
  sendCommand({
    method: 'POST',
    path: `${productPath(productId)}/stock`,
    body,
    key,
    answer: Counted,
    seenBy: SHOP_READS,
  });
