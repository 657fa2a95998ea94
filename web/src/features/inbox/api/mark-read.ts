import { NoContent, sendCommand } from '../../../lib/http/send-command.ts';

export const markRead = (notificationId: string, key: string): Promise<undefined> =>
  sendCommand({
    method: 'PUT',
    path: `/api/me/notifications/${encodeURIComponent(notificationId)}/read`,
    key,
    answer: NoContent,
    seenBy: ['/api/me/notifications'],
  });
