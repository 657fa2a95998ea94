import * as z from 'zod';
import { SeriesId } from '../../../../events/ids.ts';
import { paging } from '../../../platform/http/cursor.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { ShownSeries } from '../../shown-series.ts';
import { Contained } from '../contains.ts';
import { SeriesPage, VolumePage } from '../pages.ts';

export const SeriesFilter = z.object({
  title: Contained,
  author: Contained,
  illustrator: Contained,
  genre: Contained,
  publisher: Contained,
  sort: z.enum(['title', 'author', 'genre', 'firstPublishedOn']).default('title'),
  order: z.enum(['asc', 'desc']).default('asc'),
  ...paging(),
});
const One = z.object({ seriesId: SeriesId });

export const listSeriesEndpoint = endpoint('GET /api/series', {
  summary: 'Series, filtered and sorted',
  who: 'anyone',
  query: SeriesFilter,
  answers: { 200: SeriesPage, 304: null },
});
export const oneSeriesEndpoint = endpoint('GET /api/series/{seriesId}', {
  summary: 'One series',
  who: 'anyone',
  params: One,
  answers: { 200: ShownSeries, 304: null },
  refusals: { 'not-found': 404 },
});
export const volumesOfSeriesEndpoint = endpoint('GET /api/series/{seriesId}/volumes', {
  summary: 'The volumes of a series in the order of their numbers',
  who: 'anyone',
  params: One,
  query: z.object(paging()),
  answers: { 200: VolumePage, 304: null },
  refusals: { 'not-found': 404 },
});
