import * as z from 'zod';
import { sendCommand } from '../../../lib/http/send-command.ts';
import type { Draft } from '../draft.ts';
import { commentsPath } from './list-comments.ts';

const Posted = z.object({ commentId: z.string() });

export const postComment =
  (volumeId: string) =>
  ({ text, rating }: Draft, key: string) =>
    sendCommand({
      method: 'POST',
      path: commentsPath(volumeId),
      body: { text, ...(rating !== null && { rating }) },
      key,
      answer: Posted,
      seenBy: [commentsPath(volumeId)],
    });
