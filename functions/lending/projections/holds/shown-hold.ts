import type { ReadableView } from '../../../platform/view-store/port.ts';
import type { ShownHold } from './endpoint.ts';
import { HoldRow, holdKey, QueueRow, queueKey } from './view.ts';

/** Ended holds are shown for so long. */
const SHOWN_FOR_MS = 30 * 24 * 3_600_000;

/** The hold as it is now: an offer that has run out has ended, whether or not anybody noticed. */
export const holdAsOf = (row: unknown, now: Date): HoldRow => {
  const hold = HoldRow.parse(row);
  const { readyUntil, ...rest } = hold;
  const hasRunOut = readyUntil !== undefined && Date.parse(readyUntil) <= now.getTime();
  return hasRunOut ? { ...rest, status: 'expired', endedAt: readyUntil } : hold;
};

/** A hold for its member's list; undefined for one that ended long ago. */
export const listedHold = (row: unknown, now: Date): HoldRow | undefined => {
  const hold = holdAsOf(row, now);
  const isOld = hold.endedAt !== undefined && now.getTime() - Date.parse(hold.endedAt) > SHOWN_FOR_MS;
  return isOld ? undefined : hold;
};

/** What a member sees of a hold, with its place in the queue. */
export const shownHold = async (view: Pick<ReadableView, 'get'>, row: HoldRow, now: Date): Promise<ShownHold> => {
  const { memberId, ...hold } = row;
  if (hold.status !== 'waiting') return hold;
  const queue = await view.get(queueKey(hold.volumeId));
  const waiting = queue.row ? QueueRow.parse(queue.row).waiting : [];
  const position = waiting.findIndex(({ holdId }) => holdId === hold.holdId) + 1;
  if (position > 0) return { ...hold, position };
  // The hold left the queue between the two reads, and both were written at once: its row says how by now.
  return shownHold(view, holdAsOf((await view.get(holdKey(memberId, hold.holdId))).row, now), now);
};
