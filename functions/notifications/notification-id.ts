import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { NoticeKind } from '../../events/accounts/notice-kind.ts';
import type { Recorded } from '../../events/envelope.ts';
import type { MemberId } from '../../events/ids.ts';

/**
 * The id of what an event gives to know: a UUIDv7 of the event's time whose other bits come from the event and the kind.
 * The same at every repeat, so nothing is told twice; growing with time, so an inbox is read newest first. What several are
 * told has an id for each of them (`among`).
 */
export const notificationIdOf = (
  { id, metadata }: Pick<Recorded, 'id' | 'metadata'>,
  kind: NoticeKind,
  among?: MemberId,
): string => {
  const basis = among === undefined ? [id, kind] : [id, kind, among];
  const random = createHash('sha256').update(basis.join('\n')).digest();
  const seq = random.readUInt32BE(16);
  return uuid({ msecs: Date.parse(metadata.occurredAt), random: random.subarray(0, 16), seq });
};
