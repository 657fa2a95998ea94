import * as z from 'zod';
import { OrderId } from '../../../events/ids.ts';
import { Shipment } from '../../../events/shop/shipment.ts';
import type { CarrierAnswer } from './port.ts';

/** What the shop puts in the carrier's queue. Queues keep what they hold for days, so no name and no street is in it. */
export const CarrierRequest = z.strictObject({
  orderId: OrderId,
  pieces: z.number().int().positive(),
  postalCode: z.string(),
  country: z.string(),
  replyTo: z.string(),
  requestedAt: z.iso.datetime(),
});
export type CarrierRequest = z.infer<typeof CarrierRequest>;

/** What the carrier puts in the shop's queue: a `CarrierAnswer`, late or twice at its pleasure. */
export const CarrierReply: z.ZodType<CarrierAnswer> = z.discriminatedUnion('outcome', [
  z.strictObject({ orderId: OrderId, replyTo: z.string(), outcome: z.literal('arranged'), shipment: Shipment }),
  z.strictObject({
    orderId: OrderId,
    replyTo: z.string(),
    outcome: z.literal('refused'),
    reason: z.enum(['invalid-address', 'carrier-refused']),
  }),
]);
