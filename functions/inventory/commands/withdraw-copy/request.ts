import * as z from 'zod';
import { lineOfText } from '../../../platform/http/text.ts';

/** `DELETE /api/copies/{copyId}` */
export const WithdrawCopyRequest = z.strictObject({ reason: lineOfText(500) });
export type WithdrawCopyRequest = z.infer<typeof WithdrawCopyRequest>;
