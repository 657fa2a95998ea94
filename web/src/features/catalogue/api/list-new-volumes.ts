import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../../lib/http/get-json.ts';
import { pageOf } from '../../../lib/page-of.ts';
import { Volume } from '../series.ts';

const Page = pageOf(Volume);

/** What was published in the current week. */
export const listNewVolumes = queryOptions({
  queryKey: ['volumes', 'new'],
  queryFn: ({ signal }) => getJson('/api/volumes?new=week&limit=12', Page, signal),
});
