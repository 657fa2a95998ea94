import * as z from 'zod';
import { VolumeId } from '../../../../events/ids.ts';
import { paging } from '../../../platform/http/cursor.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { pageOf } from '../../../platform/http/page.ts';
import { ChangeRow } from '../copy-history/view.ts';
import { Availability, PlacedCopy } from './view.ts';

export const availabilityEndpoint = endpoint('GET /api/volumes/{volumeId}/availability', {
  summary: 'How many copies of a volume there are, and where',
  who: 'anyone',
  params: z.object({ volumeId: VolumeId }),
  answers: { 200: Availability },
});

/** A copy with all that librarians did about it, oldest first; `reason` is that of the last time. */
export const ShownCopy = PlacedCopy.extend({
  reason: z.string().optional(),
  history: z.array(z.object({ at: z.iso.datetime(), what: ChangeRow.shape.what, reason: z.string().optional() })),
});
export type ShownCopy = z.infer<typeof ShownCopy>;

export const copiesEndpoint = endpoint('GET /api/volumes/{volumeId}/copies', {
  summary: 'Every copy there ever was of a volume, with its state and its history',
  who: 'librarian',
  params: z.object({ volumeId: VolumeId }),
  query: z.object(paging()),
  answers: { 200: pageOf(ShownCopy) },
});
