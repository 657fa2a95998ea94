import * as z from 'zod';
import { lineOfText } from '../../../platform/http/text.ts';

/** `POST /api/copies/{copyId}/found` */
export const FindCopyRequest = z.strictObject({ reason: lineOfText(500) });
export type FindCopyRequest = z.infer<typeof FindCopyRequest>;
