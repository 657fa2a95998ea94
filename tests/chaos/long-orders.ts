import type { BunkoEvent } from '../../events/catalog.ts';
import { type MemberId, OrderId, ProductId } from '../../events/ids.ts';
import { yen } from '../../events/money.ts';
import type { Category } from '../../events/topics.ts';
import type { Random } from './random.ts';

type Written = readonly [category: Category, id: string, event: BunkoEvent];
type Commits = Generator<readonly Written[]>;

const PRODUCTS = 200;
const PRICE = yen(880);
const productId = (number: number) => ProductId.parse(`p${number}`);

/** One order, which goes well, is declined, or is called off after it was confirmed. */
export function* ordering(random: Random, number: number, memberId: MemberId): Commits {
  const [orderId, product] = [OrderId.parse(`o${number}`), random.between(0, PRODUCTS - 1)];
  const line = { productId: productId(product), name: `Product ${product}`, unitPrice: PRICE };
  const lines = [{ ...line, quantity: random.between(1, 3) }];
  const total = yen(PRICE.amount * (lines[0]?.quantity ?? 0));
  const on = (event: BunkoEvent): readonly Written[] => [['order', orderId, event]];
  const [payment, shippingAddress] = [
    { method: 'm', last4: '4242' },
    { name: '', postalCode: '', country: '', line1: '' },
  ];
  const ended = { orderId, memberId, lines, total };
  yield on({ type: 'shop.order-placed', data: { ...ended, payment, shippingAddress } });
  yield on({ type: 'shop.order-stock-reserved', data: { orderId } });
  if (random.chance(0.2)) {
    const refused = { orderId, step: 'authorize-payment' as const, reason: 'card-declined' };
    yield on({ type: 'shop.order-step-refused', data: refused });
    yield on({ type: 'shop.order-stock-released', data: { orderId } });
    yield on({ type: 'shop.order-cancelled', data: { ...ended, refunded: yen(0), reason: 'card-declined' } });
    return;
  }
  const shipment = { carrier: 'Yamaneko', trackingNumber: `TRK${number}`, estimatedOn: '2025-02-01' };
  yield on({ type: 'shop.order-payment-authorized', data: { orderId, amount: total, authorizationId: 'a' } });
  yield on({ type: 'shop.order-shipping-arranged', data: { orderId, shipment } });
  yield on({ type: 'shop.order-payment-captured', data: { orderId, amount: total } });
  yield on({ type: 'shop.order-confirmed', data: { ...ended, shipment } });
  if (random.chance(0.8)) return;
  yield on({ type: 'shop.order-cancellation-requested', data: { orderId, memberId, reason: '', confirmed: true } });
  yield on({ type: 'shop.order-payment-refunded', data: { orderId, amount: total } });
  yield on({ type: 'shop.order-cancelled', data: { ...ended, refunded: total, reason: 'cancelled-by-member' } });
}
