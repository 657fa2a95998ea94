import * as z from 'zod';
import { sendCommand } from '../../../lib/http/send-command.ts';
import { ORDER_READS } from './order-reads.ts';

export interface OrderWish {
  items: readonly { productId: string; quantity: number }[];
  payment: { cardNumber: string };
  shippingAddress: { name: string; postalCode: string; country: string; line1: string; line2?: string };
}

const Placed = z.object({ orderId: z.string() });
export type Placed = z.infer<typeof Placed>;

export const placeOrder = (body: OrderWish, key: string): Promise<Placed> =>
  sendCommand({ method: 'POST', path: '/api/orders', body, key, answer: Placed, seenBy: ORDER_READS });
