import { infiniteQueryOptions } from '@tanstack/react-query';
import * as z from 'zod';
import { Instant } from '../../../lib/contract-values.ts';
import { getJson } from '../../../lib/http/get-json.ts';
import { firstPage, nextCursorOf, pageOf, pathWith } from '../../../lib/page-of.ts';

export const Notification = z.object({
  notificationId: z.string(),
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  link: z.string().nullish(),
  createdAt: Instant,
  readAt: z.string().nullish(),
});
export type Notification = z.infer<typeof Notification>;

const PAGE = 20;
const Page = pageOf(Notification).extend({ unreadCount: z.number() });

/** The member's messages, newest first, with the number of unread ones. */
export const listNotifications = infiniteQueryOptions({
  queryKey: ['me', 'notifications'],
  queryFn: ({ pageParam, signal }) =>
    getJson(pathWith('/api/me/notifications', { limit: PAGE, cursor: pageParam }), Page, signal),
  initialPageParam: firstPage(),
  getNextPageParam: nextCursorOf,
  refetchInterval: 2_000,
});
