import { infiniteQueryOptions } from '@tanstack/react-query';
import { getJson } from '../../../lib/http/get-json.ts';
import { firstPage, nextCursorOf, pageOf, pathWith } from '../../../lib/page-of.ts';
import { Series } from '../series.ts';

export const sortKeys = ['title', 'author', 'genre', 'firstPublishedOn'] as const;
export type SortKey = (typeof sortKeys)[number];

export interface SeriesFilter {
  title: string;
  author: string;
  genre: string;
  sort: SortKey;
  order: 'asc' | 'desc';
}

const PAGE = 24;
const Page = pageOf(Series);

/** Series that contain every word given, page by page. */
export const listSeries = (filter: SeriesFilter) =>
  infiniteQueryOptions({
    queryKey: ['series', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      getJson(pathWith('/api/series', { ...filter, limit: PAGE, cursor: pageParam }), Page, signal),
    initialPageParam: firstPage(),
    getNextPageParam: nextCursorOf,
  });
