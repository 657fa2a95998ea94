import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../../lib/http/get-json.ts';
import { Series } from '../series.ts';

export const getSeries = (seriesId: string) =>
  queryOptions({
    queryKey: ['series', 'one', seriesId],
    queryFn: ({ signal }) => getJson(`/api/series/${encodeURIComponent(seriesId)}`, Series, signal),
  });
