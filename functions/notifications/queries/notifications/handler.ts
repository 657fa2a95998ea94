import { cursorAt, positionOf } from '../../../platform/http/cursor.ts';
import { httpQuery } from '../../../platform/http/http-query.ts';
import { inbox } from '../../wire.ts';
import { notificationsEndpoint } from './endpoint.ts';
import { NOTICED, seenNotice } from './seen-notice.ts';

export const handler = httpQuery({
  ...notificationsEndpoint,
  watermark: () => ({ categories: NOTICED, position: seenNotice(inbox) }),
  read: async ({ query: { unread, limit, cursor }, caller: { memberId }, http }) => {
    const position = positionOf(cursor, http, ['after']);
    const wanted = {
      memberId,
      unreadOnly: unread === 'true',
      limit,
      ...(position && { after: String(position.after) }),
    };
    const [{ items, more }, unreadCount] = await Promise.all([inbox.entries(wanted), inbox.unreadCount(memberId)]);
    const last = items.at(-1);
    return {
      items: items.map(({ memberId: _, ...shown }) => shown),
      nextCursor: cursorAt(more && last ? { after: last.notificationId } : undefined, http),
      unreadCount,
    };
  },
});
