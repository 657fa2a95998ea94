import { infiniteQueryOptions } from '@tanstack/react-query';
import * as z from 'zod';
import { Instant } from '../../../lib/contract-values.ts';
import { getJson } from '../../../lib/http/get-json.ts';
import { firstPage, nextCursorOf, pageOf, pathWith } from '../../../lib/page-of.ts';

/** A copy with what was done about it, oldest first. */
export const Copy = z.object({
  copyId: z.string(),
  state: z.enum(['available', 'on-loan', 'on-hold', 'withdrawn', 'lost']),
  addedAt: Instant,
  history: z
    .array(
      z.object({ at: Instant, what: z.enum(['added', 'withdrawn', 'lost', 'found']), reason: z.string().nullish() }),
    )
    .default([]),
});
export type Copy = z.infer<typeof Copy>;

const PAGE = 50;
const Page = pageOf(Copy);

export const copiesPath = (volumeId: string): string => `/api/volumes/${encodeURIComponent(volumeId)}/copies`;

/** Every copy there ever was of a volume. Asked again while in sight: those of a new volume come by an event, others come and go. */
export const listCopies = (volumeId: string) =>
  infiniteQueryOptions({
    queryKey: ['copies', volumeId],
    queryFn: ({ pageParam, signal }) =>
      getJson(pathWith(copiesPath(volumeId), { limit: PAGE, cursor: pageParam }), Page, signal),
    initialPageParam: firstPage(),
    getNextPageParam: nextCursorOf,
    refetchInterval: 2_000,
  });
