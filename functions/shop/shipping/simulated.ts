import { dayOf } from '../../../events/business-day.ts';
import type { OrderId } from '../../../events/ids.ts';
import type { Book } from '../books/port.ts';
import { type MishapPlan, noMishaps, withMishap } from '../mishaps.ts';
import { cancelling, confirming, type ParcelLine, parcelOn } from './carrier-rules.ts';
import type { CarrierRequest } from './messages.ts';
import type { Carrier } from './port.ts';

export type CarrierCall = 'arrange' | 'confirm' | 'cancel' | 'lookUp';
interface Simulation {
  /** Brings a request to the carrier, which looks at it when it pleases. */
  send: (request: CarrierRequest) => Promise<void>;
  mishaps?: MishapPlan<CarrierCall>;
}

/** A carrier that behaves like a real one and brings nothing. It is told where a parcel goes only as far as it must know. */
export const simulatedCarrier = (parcels: Book<ParcelLine>, { send, mishaps = noMishaps }: Simulation): Carrier => {
  const called = <Answer>(call: CarrierCall, orderId: OrderId, run: () => Promise<Answer>): Promise<Answer> =>
    withMishap(mishaps(call, orderId), run);
  return {
    arrange: ({ orderId, pieces, address: { postalCode, country }, replyTo, now }) =>
      called('arrange', orderId, () =>
        send({ orderId, pieces, postalCode, country, replyTo, requestedAt: now.toISOString() }),
      ),
    confirm: ({ orderId }) => called('confirm', orderId, () => parcels.turn(orderId, confirming)),
    cancel: ({ orderId }) => called('cancel', orderId, () => parcels.turn(orderId, cancelling)),
    lookUp: (orderId, now) => called('lookUp', orderId, async () => parcelOn(dayOf(now), await parcels.read(orderId))),
  };
};
