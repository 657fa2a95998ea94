import { NoContent, sendCommand } from '../../../lib/http/send-command.ts';
import { commentsPath } from './list-comments.ts';

export const deleteComment =
  (volumeId: string) =>
  (commentId: string, key: string): Promise<undefined> =>
    sendCommand({
      method: 'DELETE',
      path: `/api/comments/${encodeURIComponent(commentId)}`,
      key,
      answer: NoContent,
      seenBy: [commentsPath(volumeId)],
    });
