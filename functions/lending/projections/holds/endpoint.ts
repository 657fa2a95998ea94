import * as z from 'zod';
import { paging } from '../../../platform/http/cursor.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { pageOf } from '../../../platform/http/page.ts';
import { HoldRow } from './view.ts';

/** `position` counts from 1 and is there only while waiting, `readyUntil` only while a copy is put aside. */
export const ShownHold = HoldRow.omit({ memberId: true }).extend({ position: z.number().int().positive().optional() });
export type ShownHold = z.infer<typeof ShownHold>;

export const ownHoldsEndpoint = endpoint('GET /api/me/holds', {
  summary: 'The holds of the caller, newest first; ended ones for 30 days',
  who: 'member',
  query: z.object(paging()),
  answers: { 200: pageOf(ShownHold) },
});
