import * as z from 'zod';

/** Where a parcel goes; personal data wherever it is kept. */
export const ShippingAddress = z.object({
  name: z.string(),
  postalCode: z.string(),
  country: z.string(),
  line1: z.string(),
  line2: z.string().optional(),
});
export type ShippingAddress = z.infer<typeof ShippingAddress>;

/** What an address reads as for who may not open it, and for everybody once its member's key is erased. */
export const NO_ADDRESS: ShippingAddress = { name: '', postalCode: '', country: '', line1: '' };
