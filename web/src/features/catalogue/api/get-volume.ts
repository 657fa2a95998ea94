import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../../lib/http/get-json.ts';
import { Volume } from '../series.ts';

export const getVolume = (volumeId: string) =>
  queryOptions({
    queryKey: ['volumes', 'one', volumeId],
    queryFn: ({ signal }) => getJson(`/api/volumes/${encodeURIComponent(volumeId)}`, Volume, signal),
  });
