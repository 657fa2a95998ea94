import * as z from 'zod';
import { lineOfText, linesOfText } from '../platform/http/text.ts';

/** What librarians may write about a series or a volume. */
export const Title = lineOfText(200);
export const Name = lineOfText(100);
export const Summary = linesOfText(2000);
export const VolumeNumber = z.number().int().min(1).max(9999);
export const TotalPages = z.number().int().min(1).max(10_000);
