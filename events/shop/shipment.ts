import * as z from 'zod';

/** What a carrier promised: where to follow the parcel, and the day it should arrive. */
export const Shipment = z.object({
  carrier: z.string(),
  trackingNumber: z.string(),
  estimatedOn: z.iso.date(),
});
export type Shipment = z.infer<typeof Shipment>;
