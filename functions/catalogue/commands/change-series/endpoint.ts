import * as z from 'zod';
import { SeriesId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { ShownSeries } from '../../shown-series.ts';
import { ChangeSeriesRequest } from './request.ts';

export const changeSeriesEndpoint = endpoint('PATCH /api/series/{seriesId}', {
  summary: 'Corrects a series: only what is sent; null clears an optional field',
  who: 'librarian',
  params: z.object({ seriesId: SeriesId }),
  body: ChangeSeriesRequest,
  answers: { 200: ShownSeries },
  refusals: { 'not-found': 404, 'title-taken': 409 },
});
