import type { OrderId } from '../../../events/ids.ts';
import type { Shipment } from '../../../events/shop/shipment.ts';
import type { ShippingAddress } from '../../../events/shop/shipping-address.ts';

/** Why a carrier takes no parcel. */
export type CarrierRefusal = 'invalid-address' | 'carrier-refused';

/** What a carrier knows of the parcel of an order. */
export type Parcel =
  | { status: 'arranged' | 'confirmed' | 'picked-up'; shipment: Shipment }
  | { status: 'refused'; reason: CarrierRefusal }
  | { status: 'cancelled' };

/** What a carrier says when it has looked at a request; it may say it late, and more than once. */
export type CarrierAnswer =
  | { orderId: OrderId; replyTo: string; outcome: 'arranged'; shipment: Shipment }
  | { orderId: OrderId; replyTo: string; outcome: 'refused'; reason: CarrierRefusal };

export interface ParcelRequest {
  orderId: OrderId;
  pieces: number;
  address: ShippingAddress;
  /** Comes back with the answer: the task token of the step that waits for it. */
  replyTo: string;
  /** The time of the request; the carrier counts its days from it. */
  now: Date;
}

/**
 * Who brings parcels. A parcel is known by its order, and asking again changes nothing.
 *
 * Every call may throw `TransientFault` (nothing happened, try again) or `OutcomeUnknown` (no answer came, whatever
 * happened): then ask with `lookUp`.
 */
export interface Carrier {
  /** Hands the request over; the carrier calls back with a `CarrierAnswer`. */
  arrange(request: ParcelRequest): Promise<void>;
  /** Has the parcel picked up once it is paid for; the carrier may refuse even now. */
  confirm(request: {
    orderId: OrderId;
  }): Promise<{ outcome: 'confirmed' } | { outcome: 'refused'; reason: CarrierRefusal }>;
  /** No parcel after all; also for a request the carrier has not heard of, which it then never takes. */
  cancel(request: { orderId: OrderId }): Promise<{ outcome: 'cancelled' | 'too-late' }>;
  /** The parcel as the carrier has it at this time, or undefined when it never heard of it. */
  lookUp(orderId: OrderId, now: Date): Promise<Parcel | undefined>;
}
