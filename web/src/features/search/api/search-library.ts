import { infiniteQueryOptions } from '@tanstack/react-query';
import * as z from 'zod';
import { getJson } from '../../../lib/http/get-json.ts';
import { firstPage, nextCursorOf, pageOf, pathWith } from '../../../lib/page-of.ts';

/** Kinds that have a page of their own here. */
export const searchKinds = ['volume', 'series', 'product'] as const;
export type SearchKind = (typeof searchKinds)[number];

export const Hit = z.object({
  kind: z.enum(searchKinds),
  id: z.string(),
  title: z.string(),
  snippet: z.string(),
});
export type Hit = z.infer<typeof Hit>;

export interface Search {
  q: string;
  /** Undefined asks for every kind. */
  kind: SearchKind | undefined;
}

/** The contract's limit, in characters as people count them. */
export const LONGEST_QUESTION = 200;

const PAGE = 10;
const Page = pageOf(Hit).extend({ total: z.number() });

/** What the library finds for some words, best first. The last answer stays in sight while the next is on its way. */
export const searchLibrary = ({ q, kind }: Search) =>
  infiniteQueryOptions({
    queryKey: ['search', q, kind ?? 'any'],
    queryFn: ({ pageParam, signal }) =>
      getJson(
        pathWith('/api/search', { q, kind: kind ?? searchKinds.join(','), limit: PAGE, cursor: pageParam }),
        Page,
        signal,
      ),
    initialPageParam: firstPage(),
    getNextPageParam: nextCursorOf,
    placeholderData: (previous) => previous,
  });
