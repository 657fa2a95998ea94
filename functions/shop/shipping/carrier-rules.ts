import { createHash } from 'node:crypto';
import * as z from 'zod';
import { addDays, BusinessDay, dayOf } from '../../../events/business-day.ts';
import type { OrderId } from '../../../events/ids.ts';
import { Shipment } from '../../../events/shop/shipment.ts';
import type { Rule } from '../books/port.ts';
import type { CarrierRequest } from './messages.ts';
import type { CarrierAnswer, CarrierRefusal, Parcel } from './port.ts';

/** What the simulated carrier writes down of an order: one line, which only these rules change. */
export const ParcelLine = z.discriminatedUnion('status', [
  z.object({
    status: z.enum(['arranged', 'confirmed']),
    shipment: Shipment,
    requestedOn: BusinessDay,
    /** Whether the driver will turn round at the door. */
    isOutOfReach: z.boolean(),
  }),
  z.object({ status: z.literal('refused'), reason: z.enum(['invalid-address', 'carrier-refused']) }),
  z.object({ status: z.literal('cancelled') }),
]);
export type ParcelLine = z.infer<typeof ParcelLine>;
export type Confirmation = { outcome: 'confirmed' } | { outcome: 'refused'; reason: CarrierRefusal };
type Verdict = { outcome: 'arranged'; shipment: Shipment } | { outcome: 'refused'; reason: CarrierRefusal };

const CARRIERS = ['Yamato Transport', 'Sagawa Express', 'Japan Post'] as const;
const NO_SUCH_PLACE = '000-0000';
const OUT_OF_REACH = '999-9999';
/** A parcel with more pieces than this takes longer. */
const SMALL_PARCEL = 5;

const shipmentFor = (orderId: OrderId, pieces: number, requestedOn: BusinessDay): Shipment => {
  const digest = createHash('sha256').update(orderId).digest();
  return {
    carrier: CARRIERS[digest.readUInt32BE(4) % CARRIERS.length] ?? CARRIERS[0],
    trackingNumber: `TRK${digest.toString('hex', 0, 4).toUpperCase()}`,
    estimatedOn: addDays(requestedOn, pieces > SMALL_PARCEL ? 5 : 3),
  };
};

const firstLine = ({ orderId, pieces, postalCode, requestedAt }: CarrierRequest): ParcelLine => {
  if (postalCode === NO_SUCH_PLACE) return { status: 'refused', reason: 'invalid-address' };
  const requestedOn = dayOf(new Date(requestedAt));
  const shipment = shipmentFor(orderId, pieces, requestedOn);
  return { status: 'arranged', shipment, requestedOn, isOutOfReach: postalCode === OUT_OF_REACH };
};

export const arranging =
  (request: CarrierRequest): Rule<ParcelLine, CarrierAnswer> =>
  (found) => {
    const { orderId, replyTo } = request;
    const line = found ?? firstLine(request);
    return { ...(!found && { line }), answer: { orderId, replyTo, ...verdictOn(line) } };
  };

/** Who had cancelled before hears that the carrier takes nothing. */
const verdictOn = (line: ParcelLine): Verdict => {
  switch (line.status) {
    case 'arranged':
    case 'confirmed':
      return { outcome: 'arranged', shipment: line.shipment };
    case 'refused':
      return { outcome: 'refused', reason: line.reason };
    case 'cancelled':
      return refusedByCarrier;
  }
};

const refusedByCarrier = { outcome: 'refused', reason: 'carrier-refused' } as const;

export const confirming: Rule<ParcelLine, Confirmation> = (found) => {
  switch (found?.status) {
    case 'arranged':
      return found.isOutOfReach
        ? { line: { status: 'refused', reason: 'carrier-refused' }, answer: refusedByCarrier }
        : { line: { ...found, status: 'confirmed' }, answer: { outcome: 'confirmed' } };
    case 'confirmed':
      return { answer: { outcome: 'confirmed' } };
    case 'refused':
      return { answer: { outcome: 'refused', reason: found.reason } };
    case 'cancelled':
    case undefined:
      return { answer: refusedByCarrier };
  }
};

/** Never too late here: a driver who has the parcel turns round. */
export const cancelling: Rule<ParcelLine, { outcome: 'cancelled' }> = (found) => ({
  ...(found?.status !== 'refused' && found?.status !== 'cancelled' && { line: { status: 'cancelled' } }),
  answer: { outcome: 'cancelled' },
});

/** The driver comes on the day after the parcel was asked for. */
export const parcelOn = (day: BusinessDay, line: ParcelLine | undefined): Parcel | undefined => {
  switch (line?.status) {
    case 'confirmed':
      return { status: day > line.requestedOn ? 'picked-up' : 'confirmed', shipment: line.shipment };
    case 'arranged':
      return { status: 'arranged', shipment: line.shipment };
    case 'refused':
    case 'cancelled':
    case undefined:
      return line;
  }
};
