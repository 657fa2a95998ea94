import { sendCommand } from '../../../lib/http/send-command.ts';
import { Product } from '../product.ts';
import { productPath } from './get-product.ts';
import { SHOP_READS } from './shop-reads.ts';

export const changeProduct =
  (productId: string) =>
  (body: Record<string, unknown>, key: string): Promise<Product> =>
    sendCommand({ method: 'PATCH', path: productPath(productId), body, key, answer: Product, seenBy: SHOP_READS });
