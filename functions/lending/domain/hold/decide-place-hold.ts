import { dayOf } from '../../../../events/business-day.ts';
import type { HoldId, MemberId, VolumeId } from '../../../../events/ids.ts';
import type { PatronPlacedHold } from '../../../../events/lending/patron-placed-hold.ts';
import { andThen, type ShelfEvent, shelfToday } from '../../../../events/shelf.ts';
import { accept, type Decision, reject } from '../../../platform/decider.ts';
import type { ShelfOf } from '../shelf.ts';
import { type HoldRefusal, type HoldWish, holdPolicies } from './hold-policies.ts';

export interface PlaceHold {
  holdId: HoldId;
  memberId: MemberId;
  volumeId: VolumeId;
  now: Date;
}
export interface PlacingHold extends Omit<HoldWish, 'memberId' | 'volumeId' | 'waiting'> {
  /** Shelves on which the member placed holds before, as far as they were looked at. */
  others: readonly ShelfOf[];
}
export interface PlaceHoldEvents {
  shelf: readonly ShelfEvent[];
  patron: readonly [PatronPlacedHold];
}

/** A member waits for a volume of which no copy is free. */
export const decidePlaceHold = (
  { holdId, memberId, volumeId, now }: PlaceHold,
  placing: PlacingHold,
): Decision<{ told: PlaceHoldEvents; position: number }, HoldRefusal> => {
  const at = { volumeId, now };
  const course = shelfToday(placing.shelf, at);
  const { ended, waiting } = otherHolds(placing, memberId);
  const wish = { ...placing, memberId, volumeId, shelf: course.shelf, waiting };
  for (const policy of holdPolicies) {
    const refusal = policy(dayOf(now), wish);
    if (refusal) return reject(refusal);
  }
  const title = placing.volume?.title ?? '';
  const placed: ShelfEvent = {
    type: 'lending.hold-placed',
    data: { holdId, memberId, volumeId, title, place: course.shelf.placed + 1, placedAt: now.toISOString() },
  };
  const { shelf, events } = andThen(course, at, [placed]);
  return accept({
    told: {
      shelf: events,
      patron: [{ type: 'lending.patron-placed-hold', data: { memberId, holdId, volumeId, ended } }],
    },
    position: shelf.waiting.length,
  });
};

/** What became of the holds that the member placed before: their shelves know; where nobody looked they count as waiting. */
const otherHolds = ({ patron, others }: PlacingHold, memberId: MemberId) => {
  const seen = new Map(others.map(({ volumeId, shelf }) => [volumeId, shelf]));
  const stands = (list: 'waiting' | 'offers', [holdId, volumeId]: [HoldId, VolumeId]) =>
    (seen.get(volumeId)?.[list] ?? []).some((hold) => hold.holdId === holdId && hold.memberId === memberId);
  const known = [...patron.holds].filter(([, volumeId]) => seen.has(volumeId));
  const waiting = known.filter((hold) => stands('waiting', hold));
  const ended = known.filter((hold) => !stands('waiting', hold) && !stands('offers', hold)).map(([holdId]) => holdId);
  return { ended, waiting: patron.holds.size - known.length + waiting.length };
};
