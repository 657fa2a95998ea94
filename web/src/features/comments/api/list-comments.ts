import { infiniteQueryOptions } from '@tanstack/react-query';
import * as z from 'zod';
import { Instant } from '../../../lib/contract-values.ts';
import { getJson } from '../../../lib/http/get-json.ts';
import { firstPage, nextCursorOf, pageOf, pathWith } from '../../../lib/page-of.ts';

export const Comment = z.object({
  commentId: z.string(),
  /** Nobody any more when the member has left. */
  author: z.object({ id: z.string().nullable(), name: z.string().nullable(), avatarUrl: z.string().nullable() }),
  text: z.string(),
  rating: z.number().nullish(),
  postedAt: Instant,
  editedAt: Instant.nullish(),
});
export type Comment = z.infer<typeof Comment>;

const PAGE = 5;
const Page = pageOf(Comment).extend({ averageRating: z.number().nullable(), count: z.number() });

export const commentsPath = (volumeId: string): string => `/api/volumes/${encodeURIComponent(volumeId)}/comments`;

/** What members say about a volume, newest first. */
export const listComments = (volumeId: string) =>
  infiniteQueryOptions({
    queryKey: ['comments', volumeId],
    queryFn: ({ pageParam, signal }) =>
      getJson(pathWith(commentsPath(volumeId), { limit: PAGE, cursor: pageParam }), Page, signal),
    initialPageParam: firstPage(),
    getNextPageParam: nextCursorOf,
  });
