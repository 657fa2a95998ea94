import * as z from 'zod';
import { lineOfText } from '../../../platform/http/text.ts';

/** `POST /api/copies/{copyId}/lost` */
export const LoseCopyRequest = z.strictObject({ reason: lineOfText(500) });
export type LoseCopyRequest = z.infer<typeof LoseCopyRequest>;
