import { NoContent, sendCommand } from '../../../lib/http/send-command.ts';
import { copiesPath } from './list-copies.ts';

/** What a librarian can do about one copy. */
export const copyMoves = ['withdraw', 'lost', 'found'] as const;
export type CopyMove = (typeof copyMoves)[number];

export interface MovedCopy {
  copyId: string;
  reason: string;
}

export const moveCopy =
  (volumeId: string, move: CopyMove) =>
  ({ copyId, reason }: MovedCopy, key: string) => {
    const path = `/api/copies/${encodeURIComponent(copyId)}`;
    return sendCommand({
      ...(move === 'withdraw' ? { method: 'DELETE', path } : { method: 'POST', path: `${path}/${move}` }),
      body: { reason },
      key,
      answer: NoContent,
      seenBy: [copiesPath(volumeId), `/api/volumes/${encodeURIComponent(volumeId)}/availability`],
    });
  };
