import { infiniteQueryOptions } from '@tanstack/react-query';
import * as z from 'zod';
import { Instant } from '../../../lib/contract-values.ts';
import { getJson } from '../../../lib/http/get-json.ts';
import { firstPage, nextCursorOf, pageOf, pathWith } from '../../../lib/page-of.ts';

export const holdStates = ['waiting', 'ready', 'expired', 'cancelled', 'fulfilled'] as const;

export const Hold = z.object({
  holdId: z.string(),
  volumeId: z.string(),
  status: z.enum(holdStates),
  /** Counts from 1, and only while waiting. */
  position: z.number().nullish(),
  readyUntil: Instant.nullish(),
  createdAt: Instant,
});
export type Hold = z.infer<typeof Hold>;

export const isActive = ({ status }: Pick<Hold, 'status'>): boolean => status === 'waiting' || status === 'ready';

/** More than a member can have at once, so that the page of a volume finds its hold on the first one. */
const PAGE = 50;
const Page = pageOf(Hold);

/** The member's own holds. Asked again while in sight: a copy may come back at any moment. */
export const listHolds = infiniteQueryOptions({
  queryKey: ['me', 'holds'],
  queryFn: ({ pageParam, signal }) =>
    getJson(pathWith('/api/me/holds', { limit: PAGE, cursor: pageParam }), Page, signal),
  initialPageParam: firstPage(),
  getNextPageParam: nextCursorOf,
  refetchInterval: 2_000,
});
