import { sendCommand } from '../../../lib/http/send-command.ts';
import { Product } from '../product.ts';
import { SHOP_READS } from './shop-reads.ts';

export const createProduct = (body: Record<string, unknown>, key: string): Promise<Product> =>
  sendCommand({ method: 'POST', path: '/api/products', body, key, answer: Product, seenBy: SHOP_READS });
