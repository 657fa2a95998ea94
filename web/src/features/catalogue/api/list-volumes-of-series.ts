import { infiniteQueryOptions } from '@tanstack/react-query';
import { getJson } from '../../../lib/http/get-json.ts';
import { firstPage, nextCursorOf, pageOf, pathWith } from '../../../lib/page-of.ts';
import { Volume } from '../series.ts';

const PAGE = 48;
const Page = pageOf(Volume);

/** The volumes of a series in order, page by page. */
export const listVolumesOfSeries = (seriesId: string) =>
  infiniteQueryOptions({
    queryKey: ['series', 'volumes', seriesId],
    queryFn: ({ pageParam, signal }) => {
      const path = `/api/series/${encodeURIComponent(seriesId)}/volumes`;
      return getJson(pathWith(path, { limit: PAGE, cursor: pageParam }), Page, signal);
    },
    initialPageParam: firstPage(),
    getNextPageParam: nextCursorOf,
  });
