import * as z from 'zod';
import { sendCommand } from '../../../lib/http/send-command.ts';
import type { Draft } from '../draft.ts';
import { commentsPath } from './list-comments.ts';

const Edited = z.object({ commentId: z.string() });

export const editComment = (volumeId: string, commentId: string) => (draft: Draft, key: string) =>
  sendCommand({
    method: 'PATCH',
    path: `/api/comments/${encodeURIComponent(commentId)}`,
    body: draft,
    key,
    answer: Edited,
    seenBy: [commentsPath(volumeId)],
  });
