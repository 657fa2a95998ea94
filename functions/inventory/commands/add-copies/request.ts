import * as z from 'zod';
import { lineOfText } from '../../../platform/http/text.ts';

/** `POST /api/volumes/{volumeId}/copies` */
export const AddCopiesRequest = z.strictObject({
  count: z.number().int().min(1).max(100),
  reason: lineOfText(500),
});
export type AddCopiesRequest = z.infer<typeof AddCopiesRequest>;
