import type * as z from 'zod';
import type { SeriesId } from '../../../../events/ids.ts';
import { route } from '../../../platform/http/http-query.ts';
import type { ReadableView, Row } from '../../../platform/view-store/port.ts';
import { seriesLists, seriesRow, volumesOfSeriesByNumber } from '../../projections/catalogue-shelf/view.ts';
import { ShownSeries } from '../../shown-series.ts';
import { ShownVolume } from '../../shown-volume.ts';
import { type CataloguePage, cataloguePage } from '../catalogue-page.ts';
import { contains } from '../contains.ts';
import { rememberedPages } from '../remembered-pages.ts';
import { listSeriesEndpoint, oneSeriesEndpoint, type SeriesFilter, volumesOfSeriesEndpoint } from './endpoints.ts';

/** A row that only counts volumes shows nothing: the series itself was not told yet, or it was withdrawn. */
const shown = (row: Row | undefined): ShownSeries | undefined => (row?.listed ? ShownSeries.parse(row) : undefined);

const matches = (series: ShownSeries, wanted: z.infer<typeof SeriesFilter>): boolean =>
  (['title', 'author', 'illustrator', 'genre', 'publisher'] as const).every((name) =>
    contains(series[name], wanted[name]),
  );

/** The reads of series, for anyone. */
export const seriesRoutes = (view: ReadableView) => {
  const remembered = rememberedPages<CataloguePage<ShownSeries>>(view);
  const open = {
    watermark: () => ({ categories: ['series', 'volume'], position: view.position }),
    etag: (body: unknown) => body,
  } as const;
  const find = async (seriesId: SeriesId) => shown((await view.get(seriesRow(seriesId))).row);
  return {
    'GET /api/series': route({
      ...listSeriesEndpoint,
      ...open,
      read: ({ query, http }) => {
        const partition = ['listed', 'series'] as const;
        const list = { kind: 'series', index: seriesLists[query.sort], partition } as const;
        const inOrder = { ...list, descending: query.order === 'desc' };
        return remembered(http, () =>
          cataloguePage(view, inOrder, query, http, (row) => {
            const series = ShownSeries.parse(row);
            return matches(series, query) ? series : undefined;
          }),
        );
      },
    }),
    'GET /api/series/{seriesId}': route({
      ...oneSeriesEndpoint,
      ...open,
      read: ({ params }) => find(params.seriesId),
    }),
    'GET /api/series/{seriesId}/volumes': route({
      ...volumesOfSeriesEndpoint,
      ...open,
      read: async ({ params: { seriesId }, query, http }) => {
        if (!(await find(seriesId))) return undefined;
        const partition = ['seriesId', seriesId] as const;
        const list = { kind: 'volume', index: volumesOfSeriesByNumber, partition } as const;
        return cataloguePage(view, list, query, http, (row) => ShownVolume.parse(row));
      },
    }),
  };
};
