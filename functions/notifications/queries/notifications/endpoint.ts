import * as z from 'zod';
import { paging } from '../../../platform/http/cursor.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { pageOf } from '../../../platform/http/page.ts';
import { ShownNotice } from '../../shown-notice.ts';

export const notificationsEndpoint = endpoint('GET /api/me/notifications', {
  summary: 'The messages to the member, newest first; `unreadCount` is of all, whatever is listed',
  who: 'member',
  query: z.object({ unread: z.enum(['true', 'false']).default('false'), ...paging() }),
  answers: {
    200: pageOf(ShownNotice).extend({ unreadCount: z.number().int().nonnegative() }),
  },
});
