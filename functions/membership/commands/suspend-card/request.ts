import * as z from 'zod';
import { linesOfText } from '../../../platform/http/text.ts';

const MOST_CHARACTERS = 500;

/** Why, for the staff: it may have several lines. */
export const SuspendCardRequest = z.strictObject({ reason: linesOfText(MOST_CHARACTERS) });
export type SuspendCardRequest = z.infer<typeof SuspendCardRequest>;
