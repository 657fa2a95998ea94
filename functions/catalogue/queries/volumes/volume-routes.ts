import * as z from 'zod';
import { addDays, dayOf, mondayOf } from '../../../../events/business-day.ts';
import { SeriesId, VolumeId } from '../../../../events/ids.ts';
import { paging } from '../../../platform/http/cursor.ts';
import { route } from '../../../platform/http/http-query.ts';
import type { ReadableView } from '../../../platform/view-store/port.ts';
import {
  behind,
  paddedNumber,
  volumeRow,
  volumesByPublication,
  volumesOfSeriesByNumber,
  volumesOfSeriesByPublication,
} from '../../projections/catalogue-shelf/view.ts';
import { ShownVolume } from '../../shown-volume.ts';
import { type CatalogueList, cataloguePage } from '../catalogue-page.ts';
import { Contained, contains } from '../contains.ts';

const Filter = z.object({
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

/** Newest publication first: all volumes or those of one series, perhaps of this Monday to Sunday only. */
const listOf = ({ new: recent, seriesId }: z.infer<typeof Filter>, now: Date): CatalogueList => {
  const monday = mondayOf(dayOf(now));
  return {
    kind: 'volume',
    index: seriesId === undefined ? volumesByPublication : volumesOfSeriesByPublication,
    partition: seriesId === undefined ? ['listed', 'volume'] : ['seriesId', seriesId],
    ...(recent && { from: monday, to: behind(addDays(monday, 6)) }),
    descending: true,
  };
};

/** The reads of volumes, for anyone. */
export const volumeRoutes = (view: ReadableView) => {
  const open = {
    who: 'anyone',
    watermark: () => ({ categories: ['series', 'volume'], position: view.position }),
    etag: (body: unknown) => body,
  } as const;
  const find = async (volumeId: VolumeId) => {
    const { row } = await view.get(volumeRow(volumeId));
    return row && ShownVolume.parse(row);
  };
  return {
    'GET /api/volumes': route({
      ...open,
      params: z.object({}),
      query: Filter,
      read: ({ query, http }) =>
        cataloguePage(view, listOf(query, http.now), query, http, (row) => {
          const volume = ShownVolume.parse(row);
          const isWanted = query.number === undefined || volume.number === query.number;
          return isWanted && contains(volume.title, query.title) ? volume : undefined;
        }),
    }),
    'GET /api/volumes/{volumeId}': route({
      ...open,
      params: One,
      query: z.object({}),
      read: ({ params }) => find(params.volumeId),
    }),
    'GET /api/volumes/{volumeId}/next': route({
      ...open,
      params: One,
      query: z.object(paging({ usual: 3 })),
      read: async ({ params, query, http }) => {
        const volume = await find(params.volumeId);
        if (!volume) return undefined;
        const partition = ['seriesId', volume.seriesId] as const;
        const from = paddedNumber(volume.number + 1);
        const list = { kind: 'volume', index: volumesOfSeriesByNumber, partition, from } as const;
        return cataloguePage(view, list, query, http, (row) => ShownVolume.parse(row));
      },
    }),
  };
};
