import { NoContent, sendCommand } from '../../../lib/http/send-command.ts';

export const markAllRead = (_: undefined, key: string): Promise<undefined> =>
  sendCommand({
    method: 'POST',
    path: '/api/me/notifications/read-all',
    key,
    answer: NoContent,
    seenBy: ['/api/me/notifications'],
  });
