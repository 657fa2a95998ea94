import type * as z from 'zod';
import { addDays, dayOf, mondayOf } from '../../../../events/business-day.ts';
import type { VolumeId } from '../../../../events/ids.ts';
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
import { type CatalogueList, type CataloguePage, cataloguePage } from '../catalogue-page.ts';
import { contains } from '../contains.ts';
import { rememberedPages } from '../remembered-pages.ts';
import { listVolumesEndpoint, nextVolumesEndpoint, oneVolumeEndpoint, type VolumeFilter } from './endpoints.ts';

/** Newest publication first: all volumes or those of one series, perhaps of this Monday to Sunday only. */
const listOf = ({ new: recent, seriesId }: z.infer<typeof VolumeFilter>, now: Date): CatalogueList => {
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
  const remembered = rememberedPages<CataloguePage<ShownVolume>>(view);
  const open = {
    watermark: () => ({ categories: ['series', 'volume'], position: view.position }),
    etag: (body: unknown) => body,
  } as const;
  const find = async (volumeId: VolumeId) => {
    const { row } = await view.get(volumeRow(volumeId));
    return row?.listed ? ShownVolume.parse(row) : undefined;
  };
  return {
    'GET /api/volumes': route({
      ...listVolumesEndpoint,
      ...open,
      read: ({ query, http }) => {
        const list = listOf(query, http.now);
        const read = () =>
          cataloguePage(view, list, query, http, (row) => {
            const volume = ShownVolume.parse(row);
            const isWanted = query.number === undefined || volume.number === query.number;
            return isWanted && contains(volume.title, query.title) ? volume : undefined;
          });
        return remembered(http, read, list);
      },
    }),
    'GET /api/volumes/{volumeId}': route({
      ...oneVolumeEndpoint,
      ...open,
      read: ({ params }) => find(params.volumeId),
    }),
    'GET /api/volumes/{volumeId}/next': route({
      ...nextVolumesEndpoint,
      ...open,
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
