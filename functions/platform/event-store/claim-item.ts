import * as z from 'zod';
import type { Claim } from './port.ts';

/** A claim as its table holds it. */
export const ClaimItem = z.object({
  pk: z.string(),
  c: z.string(),
  value: z.string(),
  expiresAt: z.number().optional(),
});
export const claimKey = ({ kind, key }: Pick<Claim, 'kind' | 'key'>) => ({ pk: `main#${kind}#${key}` });
export const secondsOf = (instant: string | Date): number => Math.floor(new Date(instant).getTime() / 1000);
