import type { OrderWish } from './api/place-order.ts';
import { digitsOf } from './card-number.ts';

/** What a buyer fills in. */
export interface Checkout {
  name: string;
  postalCode: string;
  country: string;
  line1: string;
  line2: string;
  cardNumber: string;
}

/** What the shop is sent: never a price, and no empty second line. */
export const wishOf = ({ cardNumber, line2, ...address }: Checkout, items: OrderWish['items']): OrderWish => ({
  items,
  payment: { cardNumber: digitsOf(cardNumber) },
  shippingAddress: { ...address, ...(line2.trim() !== '' && { line2 }) },
});
