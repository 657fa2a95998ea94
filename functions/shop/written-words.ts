import * as z from 'zod';
import { CoverUrl } from '../../events/catalogue/cover-url.ts';
import { lineOfText, linesOfText } from '../platform/http/text.ts';

/** What librarians may write about what the shop sells. */
export const CategoryName = lineOfText(50);
export const ProductName = lineOfText(100);
export const Description = linesOfText(2000);
export const Reason = lineOfText(500);
export const Images = z.array(CoverUrl).max(10);
/** In whole yen. */
export const Price = z.strictObject({ amount: z.number().int().min(1).max(10_000_000), currency: z.literal('JPY') });
export const AlertLevel = z.number().int().min(0).max(100_000);
/** Pieces counted in or out at once. */
export const Change = z
  .number()
  .int()
  .min(-100_000)
  .max(100_000)
  .refine((change) => change !== 0, 'must not be 0');
