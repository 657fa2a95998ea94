import * as z from 'zod';
import { VolumeId } from '../../../../events/ids.ts';

/** `POST /api/loans` */
export const BorrowRequest = z.strictObject({
  items: z
    .array(z.strictObject({ volumeId: VolumeId }))
    .min(1)
    .max(5)
    .refine((items) => new Set(items.map(({ volumeId }) => volumeId)).size === items.length, 'must be distinct'),
});
export type BorrowRequest = z.infer<typeof BorrowRequest>;
