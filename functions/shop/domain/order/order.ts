import type { MemberId, OrderId } from '../../../../events/ids.ts';
import type { Money } from '../../../../events/money.ts';
import type { OrderCancellationRequested } from '../../../../events/shop/order-cancellation-requested.ts';
import type { OrderCancelled } from '../../../../events/shop/order-cancelled.ts';
import type { OrderConfirmed } from '../../../../events/shop/order-confirmed.ts';
import type { OrderFailed } from '../../../../events/shop/order-failed.ts';
import type { OrderLine } from '../../../../events/shop/order-line.ts';
import type { OrderNeedsAttention } from '../../../../events/shop/order-needs-attention.ts';
import type { OrderPaymentAuthorized } from '../../../../events/shop/order-payment-authorized.ts';
import type { OrderPaymentCaptured } from '../../../../events/shop/order-payment-captured.ts';
import type { OrderPaymentRefunded } from '../../../../events/shop/order-payment-refunded.ts';
import type { OrderPaymentVoided } from '../../../../events/shop/order-payment-voided.ts';
import type { OrderPlaced } from '../../../../events/shop/order-placed.ts';
import type { OrderResumed } from '../../../../events/shop/order-resumed.ts';
import type { OrderShipped } from '../../../../events/shop/order-shipped.ts';
import type { OrderShippingArranged } from '../../../../events/shop/order-shipping-arranged.ts';
import type { OrderShippingCancelled } from '../../../../events/shop/order-shipping-cancelled.ts';
import type { OrderStepGaveUp } from '../../../../events/shop/order-step-gave-up.ts';
import type { OrderStepRefused } from '../../../../events/shop/order-step-refused.ts';
import type { OrderStockReleased } from '../../../../events/shop/order-stock-released.ts';
import type { OrderStockReserved } from '../../../../events/shop/order-stock-reserved.ts';
import type { Shipment } from '../../../../events/shop/shipment.ts';
import type { ShippingAddress } from '../../../../events/shop/shipping-address.ts';
import type { Aggregate } from '../../../platform/decider.ts';

export type Order = { status: 'unknown' } | PlacedOrder;

export interface PlacedOrder {
  status: 'placed';
  orderId: OrderId;
  memberId: MemberId;
  lines: readonly OrderLine[];
  total: Money;
  method: string;
  /** Blank for who may not open it, and for everybody once its member has left. */
  shippingAddress: ShippingAddress;
  stock: 'free' | 'reserved' | 'sold';
  payment: 'none' | 'authorized' | 'captured' | 'voided' | 'refunded';
  parcel: 'none' | 'arranged' | 'cancelled';
  /** What the carrier promised, if it did. */
  shipment: Shipment | undefined;
  isConfirmed: boolean;
  isCancellationRequested: boolean;
  /** Why the steps did not go on; the first reason stays. */
  failure: { kind: 'refused' | 'gave-up'; reason: string } | undefined;
  /** How often giving back was tried anew when it failed and a person was called; undefined while nobody is. */
  waitsForPerson: number | undefined;
  /** How often a person had it tried anew. */
  resumed: number;
  end: 'cancelled' | 'failed' | 'shipped' | undefined;
}

export type OrderEvent =
  | OrderPlaced
  | OrderStockReserved
  | OrderPaymentAuthorized
  | OrderShippingArranged
  | OrderPaymentCaptured
  | OrderConfirmed
  | OrderStepRefused
  | OrderStepGaveUp
  | OrderCancellationRequested
  | OrderPaymentRefunded
  | OrderShippingCancelled
  | OrderPaymentVoided
  | OrderStockReleased
  | OrderNeedsAttention
  | OrderResumed
  | OrderCancelled
  | OrderFailed
  | OrderShipped;

/** What an order says to its saga. It holds an address, so no snapshot is kept of it; its stream is short. */
export const order: Aggregate<Order, OrderEvent> = {
  initialState: { status: 'unknown' },
  evolve: (state, event) => {
    if (event.type === 'shop.order-placed') return placed(event);
    return state.status === 'unknown' ? state : { ...state, ...changeOf(state, event) };
  },
};

const placed = ({ data }: OrderPlaced): PlacedOrder => ({
  status: 'placed',
  orderId: data.orderId,
  memberId: data.memberId,
  lines: data.lines,
  total: data.total,
  method: data.payment.method,
  shippingAddress: data.shippingAddress,
  stock: 'free',
  payment: 'none',
  parcel: 'none',
  shipment: undefined,
  isConfirmed: false,
  isCancellationRequested: false,
  failure: undefined,
  waitsForPerson: undefined,
  resumed: 0,
  end: undefined,
});

const changeOf = (state: PlacedOrder, event: Exclude<OrderEvent, OrderPlaced>): Partial<PlacedOrder> => {
  switch (event.type) {
    case 'shop.order-stock-reserved':
      return { stock: 'reserved' };
    case 'shop.order-payment-authorized':
      return { payment: 'authorized' };
    case 'shop.order-shipping-arranged':
      return { parcel: 'arranged', shipment: event.data.shipment };
    case 'shop.order-payment-captured':
      return { payment: 'captured' };
    case 'shop.order-confirmed':
      return { isConfirmed: true, stock: 'sold' };
    case 'shop.order-step-refused':
      return { failure: state.failure ?? { kind: 'refused', reason: event.data.reason } };
    case 'shop.order-step-gave-up':
      return { failure: state.failure ?? { kind: 'gave-up', reason: event.data.reason } };
    case 'shop.order-cancellation-requested':
      return { isCancellationRequested: true };
    case 'shop.order-payment-refunded':
      return { payment: 'refunded' };
    case 'shop.order-shipping-cancelled':
      return { parcel: 'cancelled' };
    case 'shop.order-payment-voided':
      return { payment: 'voided' };
    case 'shop.order-stock-released':
      return { stock: 'free' };
    case 'shop.order-needs-attention':
      return { waitsForPerson: event.data.attempt };
    case 'shop.order-resumed':
      return { waitsForPerson: undefined, resumed: event.data.attempt };
    case 'shop.order-cancelled':
      return { end: 'cancelled', waitsForPerson: undefined };
    case 'shop.order-failed':
      return { end: 'failed', waitsForPerson: undefined };
    case 'shop.order-shipped':
      return { end: 'shipped' };
    default:
      return {};
  }
};

/** Everything was asked of this order that gives something back: it has not ended, and it may not end confirmed. */
export const mustBeGivenBack = ({ end, isConfirmed, isCancellationRequested }: PlacedOrder): boolean =>
  end === undefined && (!isConfirmed || isCancellationRequested);

export const piecesOf = ({ lines }: Pick<PlacedOrder, 'lines'>): number =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0);
