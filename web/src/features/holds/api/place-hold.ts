import { sendCommand } from '../../../lib/http/send-command.ts';
import { Hold } from './list-holds.ts';

export const PlacedHold = Hold.pick({ holdId: true, status: true, position: true, readyUntil: true });

export const placeHold = (volumeId: string, key: string) =>
  sendCommand({
    method: 'POST',
    path: '/api/holds',
    body: { volumeId },
    key,
    answer: PlacedHold,
    seenBy: ['/api/me/holds', `/api/volumes/${encodeURIComponent(volumeId)}/availability`],
  });
