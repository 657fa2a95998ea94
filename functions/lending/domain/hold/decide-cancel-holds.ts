import type { HoldId, VolumeId } from '../../../../events/ids.ts';
import type { HoldCancelled } from '../../../../events/lending/hold-cancelled.ts';
import { andThen, type Shelf, type ShelfEvent, shelfToday } from '../../../../events/shelf.ts';
import { accept, type Decision } from '../../../platform/decider.ts';

export interface CancelHolds {
  volumeId: VolumeId;
  /** One hold, or all there are. */
  holdId: HoldId | 'all';
  because: HoldCancelled['data']['because'];
  now: Date;
}

/** A commit has an end: whoever cancels all asks again until nothing is left. */
const MOST_CANCELLED_AT_ONCE = 50;

/** Nobody waits with these holds any more; a copy that was put aside goes to the next. What has ended before stays as it is. */
export const decideCancelHolds = (
  { volumeId, holdId, because, now }: CancelHolds,
  shelf: Shelf,
): Decision<readonly ShelfEvent[], never> => {
  const at = { volumeId, now };
  const cancelledAt = now.toISOString();
  const course = shelfToday(shelf, at);
  const standing = [...course.shelf.waiting.map((hold) => ({ ...hold, copyId: null })), ...course.shelf.offers].filter(
    (hold) => holdId === 'all' || hold.holdId === holdId,
  );
  const cancelled = standing.slice(0, MOST_CANCELLED_AT_ONCE).map(
    ({ holdId: id, memberId, copyId }): ShelfEvent => ({
      type: 'lending.hold-cancelled',
      data: { holdId: id, memberId, volumeId, copyId, because, cancelledAt },
    }),
  );
  return accept(andThen(course, at, cancelled).events);
};
