import * as z from 'zod';
import { SeriesId, VolumeId } from '../../../../events/ids.ts';
import { paging } from '../../../platform/http/cursor.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { ShownVolume } from '../../shown-volume.ts';
import { Contained } from '../contains.ts';
import { VolumePage } from '../pages.ts';

export const VolumeFilter = z.object({
  new: z.literal('week').optional(),
  seriesId: SeriesId.optional(),
  title: Contained,
  number: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'must be a whole number from 1 to 9999')
    .transform(Number)
    .optional(),
  ...paging(),
});
const One = z.object({ volumeId: VolumeId });

export const listVolumesEndpoint = endpoint('GET /api/volumes', {
  summary: 'Volumes, the newest publication first; `new=week` for those of this Monday to Sunday',
  who: 'anyone',
  query: VolumeFilter,
  answers: { 200: VolumePage, 304: null },
});
export const oneVolumeEndpoint = endpoint('GET /api/volumes/{volumeId}', {
  summary: 'One volume',
  who: 'anyone',
  params: One,
  answers: { 200: ShownVolume, 304: null },
  refusals: { 'not-found': 404 },
});
export const nextVolumesEndpoint = endpoint('GET /api/volumes/{volumeId}/next', {
  summary: 'The volumes of its series that follow, three unless said otherwise',
  who: 'anyone',
  params: One,
  query: z.object(paging({ usual: 3 })),
  answers: { 200: VolumePage, 304: null },
  refusals: { 'not-found': 404 },
});
