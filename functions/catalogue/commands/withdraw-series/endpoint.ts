import * as z from 'zod';
import { SeriesId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';

export const withdrawSeriesEndpoint = endpoint('DELETE /api/series/{seriesId}', {
  summary: 'Withdraws a series with all its volumes',
  who: 'librarian',
  params: z.object({ seriesId: SeriesId }),
  answers: { 204: null },
  refusals: { 'not-found': 404, 'copies-on-loan': 409 },
});
