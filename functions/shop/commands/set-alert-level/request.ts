import * as z from 'zod';
import { AlertLevel } from '../../written-words.ts';

/** `PUT /api/products/{productId}/alert-level` */
export const SetAlertLevelRequest = z.strictObject({ level: AlertLevel });
export type SetAlertLevelRequest = z.infer<typeof SetAlertLevelRequest>;
