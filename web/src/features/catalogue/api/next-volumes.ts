import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../../lib/http/get-json.ts';
import { pageOf } from '../../../lib/page-of.ts';
import { Volume } from '../series.ts';

const Page = pageOf(Volume);

/** The volumes that follow one in its series. */
export const nextVolumes = (volumeId: string) =>
  queryOptions({
    queryKey: ['volumes', 'next', volumeId],
    queryFn: ({ signal }) => getJson(`/api/volumes/${encodeURIComponent(volumeId)}/next?limit=3`, Page, signal),
  });
