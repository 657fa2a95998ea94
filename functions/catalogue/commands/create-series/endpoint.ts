import { endpoint } from '../../../platform/http/endpoint.ts';
import { ShownSeries } from '../../shown-series.ts';
import { CreateSeriesRequest } from './request.ts';

export const createSeriesEndpoint = endpoint('POST /api/series', {
  summary: 'Adds a series to the catalogue',
  who: 'librarian',
  body: CreateSeriesRequest,
  answers: { 201: ShownSeries },
  refusals: { 'title-taken': 409 },
});
