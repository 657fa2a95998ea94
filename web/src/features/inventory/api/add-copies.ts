import * as z from 'zod';
import { sendCommand } from '../../../lib/http/send-command.ts';
import { copiesPath } from './list-copies.ts';

const Added = z.object({ copyIds: z.array(z.string()) });

export const addCopies = (volumeId: string) => (body: Record<string, unknown>, key: string) =>
  sendCommand({
    method: 'POST',
    path: copiesPath(volumeId),
    body,
    key,
    answer: Added,
    seenBy: [copiesPath(volumeId), `/api/volumes/${encodeURIComponent(volumeId)}/availability`],
  });
