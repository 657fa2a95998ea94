import type { MemberId, OrderId, ProductId } from '../../../../events/ids.ts';
import { yen } from '../../../../events/money.ts';
import type { OrderLine } from '../../../../events/shop/order-line.ts';
import type { OrderPlaced } from '../../../../events/shop/order-placed.ts';
import type { ShippingAddress } from '../../../../events/shop/shipping-address.ts';
import { accept, type Decision, reject } from '../../../platform/decider.ts';
import { type Product, soldAs } from '../product/product.ts';

export interface PlaceOrder {
  orderId: OrderId;
  memberId: MemberId;
  items: readonly { productId: ProductId; quantity: number }[];
  payment: { method: string; last4: string };
  shippingAddress: ShippingAddress;
}

/** Names and prices are the price list's, and stay on the order. `products` are those of the items, in their order. */
export const decidePlace = (
  { items, ...command }: PlaceOrder,
  products: readonly Product[],
): Decision<readonly [OrderPlaced], 'product-not-found'> => {
  const lines = items.flatMap(({ quantity }, index): OrderLine[] => {
    const sold = products[index] && soldAs(products[index]);
    return sold ? [{ productId: sold.productId, name: sold.name, unitPrice: sold.price, quantity }] : [];
  });
  if (lines.length < items.length) return reject('product-not-found');
  const total = yen(lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice.amount * quantity, 0));
  return accept([{ type: 'shop.order-placed', data: { ...command, lines, total } }]);
};
