import { NoContent, sendCommand } from '../../../lib/http/send-command.ts';
import type { Hold } from './list-holds.ts';

export const cancelHold = ({ holdId, volumeId }: Pick<Hold, 'holdId' | 'volumeId'>, key: string): Promise<undefined> =>
  sendCommand({
    method: 'DELETE',
    path: `/api/holds/${encodeURIComponent(holdId)}`,
    key,
    answer: NoContent,
    seenBy: ['/api/me/holds', `/api/volumes/${encodeURIComponent(volumeId)}/availability`],
  });
