import { NoContent, sendCommand } from '../../../lib/http/send-command.ts';
import { productPath } from './get-product.ts';
import { SHOP_READS } from './shop-reads.ts';

/** Takes a product out of the shop for good. */
export const withdrawProduct = (productId: string, key: string): Promise<undefined> =>
  sendCommand({ method: 'DELETE', path: productPath(productId), key, answer: NoContent, seenBy: SHOP_READS });
