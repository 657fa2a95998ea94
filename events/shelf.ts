import type { CopyId, HoldId, LoanId, MemberId, VolumeId } from './ids.ts';
import type { CopiesAdded } from './inventory/copies-added.ts';
import type { CopyFound } from './inventory/copy-found.ts';
import type { CopyLost } from './inventory/copy-lost.ts';
import type { CopyWithdrawn } from './inventory/copy-withdrawn.ts';
import type { ShelfOpened } from './inventory/shelf-opened.ts';
import type { CopyBroughtBack } from './lending/copy-brought-back.ts';
import type { CopyLent } from './lending/copy-lent.ts';
import type { HoldCancelled } from './lending/hold-cancelled.ts';
import type { HoldExpired } from './lending/hold-expired.ts';
import type { HoldFulfilled } from './lending/hold-fulfilled.ts';
import type { HoldOffered } from './lending/hold-offered.ts';
import type { HoldPlaced } from './lending/hold-placed.ts';
import type { HoldPutBack } from './lending/hold-put-back.ts';

/** One who waits for a copy. */
export interface Hold {
  holdId: HoldId;
  memberId: MemberId;
  title: string;
  /** In the order of coming, from 1; kept while a copy is put aside. */
  place: number;
}

/** One for whom a copy is put aside. */
export interface Offer extends Hold {
  copyId: CopyId;
  readyUntil: string;
}

/**
 * The copies of one volume and the queue for them, as everybody who writes to the stream sees them: inventory owns the
 * copies, lending lends them, and both have to know who is next (docs/decisions/0019).
 */
export interface Shelf {
  free: readonly CopyId[];
  lent: ReadonlyMap<CopyId, LoanId>;
  /** First come, first served. */
  waiting: readonly Hold[];
  offers: readonly Offer[];
  /** How many holds there ever were. */
  placed: number;
}

type CopyEvent = ShelfOpened | CopiesAdded | CopyWithdrawn | CopyLost | CopyFound | CopyLent | CopyBroughtBack;
type HoldEvent = HoldPlaced | HoldOffered | HoldPutBack | HoldCancelled | HoldExpired | HoldFulfilled;
export type ShelfEvent = CopyEvent | HoldEvent;

export const emptyShelf: Shelf = { free: [], lent: new Map(), waiting: [], offers: [], placed: 0 };

/** The shelf after an event of its stream. */
export const shelfAfter = (shelf: Shelf, event: ShelfEvent): Shelf => {
  switch (event.type) {
    case 'inventory.shelf-opened':
    case 'inventory.copies-added':
      return { ...shelf, free: [...shelf.free, ...event.data.copyIds] };
    case 'inventory.copy-withdrawn':
    case 'inventory.copy-lost':
      return without(shelf, event.data.copyId);
    case 'inventory.copy-found':
    case 'lending.copy-brought-back': {
      const rest = without(shelf, event.data.copyId);
      return { ...rest, free: [...rest.free, event.data.copyId] };
    }
    case 'lending.copy-lent': {
      const { copyId, loanId } = event.data;
      const rest = without(shelf, copyId);
      return { ...rest, lent: new Map([...rest.lent, [copyId, loanId]]) };
    }
    default:
      return queueAfter(shelf, event);
  }
};

const queueAfter = (shelf: Shelf, event: HoldEvent): Shelf => {
  const { holdId, memberId } = event.data;
  const rest = {
    ...shelf,
    waiting: shelf.waiting.filter((hold) => hold.holdId !== holdId),
    offers: shelf.offers.filter((offer) => offer.holdId !== holdId),
  };
  switch (event.type) {
    case 'lending.hold-placed':
    case 'lending.hold-put-back': {
      const { title, place } = event.data;
      const waiting = [...rest.waiting, { holdId, memberId, title, place }].toSorted((a, b) => a.place - b.place);
      return { ...rest, waiting, placed: Math.max(shelf.placed, place) };
    }
    case 'lending.hold-offered': {
      const { title, copyId, readyUntil } = event.data;
      const free = shelf.free.filter((id) => id !== copyId);
      const place = shelf.waiting.find((hold) => hold.holdId === holdId)?.place ?? 0;
      return { ...rest, free, offers: [...rest.offers, { holdId, memberId, title, place, copyId, readyUntil }] };
    }
    case 'lending.hold-cancelled':
    case 'lending.hold-expired': {
      const { copyId } = event.data;
      const isBack = shelf.offers.some((offer) => offer.holdId === holdId && offer.copyId === copyId);
      return isBack && copyId !== null ? { ...rest, free: [...rest.free, copyId] } : rest;
    }
    case 'lending.hold-fulfilled':
      return rest;
    default:
      return shelf;
  }
};

const without = (shelf: Shelf, copyId: CopyId): Shelf => ({
  ...shelf,
  free: shelf.free.filter((id) => id !== copyId),
  lent: shelf.lent.has(copyId) ? new Map([...shelf.lent].filter(([id]) => id !== copyId)) : shelf.lent,
  offers: shelf.offers.filter((offer) => offer.copyId !== copyId),
});

/** The copies that anybody may take: those that are owed to who waits are not among them. */
export const copiesToTake = ({ free, waiting }: Shelf): readonly CopyId[] => free.slice(waiting.length);

/** Whose shelf it is, and what time it is there. */
export interface ShelfAt {
  volumeId: VolumeId;
  now: Date;
}

/** A shelf after what has been decided about it, and what is to be told so far. */
export interface ShelfCourse {
  shelf: Shelf;
  events: readonly ShelfEvent[];
}

/** A copy is put aside for so long. */
export const OFFER_MS = 3 * 24 * 3_600_000;
/** What one commit tells of one shelf has an end: the rest of a very long queue is offered with the next change. */
const MOST_EVENTS = 100;
const MOST_OFFERS = 60;
const MOST_ENDED_OFFERS = 30;

/** What happens next, and at once whatever copy is free is put aside for who is first in the queue. */
export const andThen = (course: ShelfCourse, at: ShelfAt, events: readonly ShelfEvent[]): ShelfCourse => {
  const told = [...course.events, ...events];
  const shelf = events.reduce(shelfAfter, course.shelf);
  const offers = offersOn(shelf, at).slice(0, Math.min(MOST_OFFERS, MOST_EVENTS - told.length));
  return { shelf: offers.reduce(shelfAfter, shelf), events: [...told, ...offers] };
};

/** The shelf as it is at this moment: offers that have run out are over, whoever looks first, and go to the next. */
export const shelfToday = (shelf: Shelf, at: ShelfAt): ShelfCourse =>
  andThen({ shelf, events: [] }, at, endedOffers(shelf, at));

const offersOn = ({ free, waiting }: Shelf, { volumeId, now }: ShelfAt): readonly HoldOffered[] =>
  waiting.slice(0, free.length).flatMap(({ holdId, memberId, title }, index) => {
    const copyId = free[index];
    if (copyId === undefined) return [];
    const readyUntil = new Date(now.getTime() + OFFER_MS).toISOString();
    return [
      {
        type: 'lending.hold-offered',
        data: { holdId, memberId, title, volumeId, copyId, offeredAt: now.toISOString(), readyUntil },
      },
    ];
  });

const endedOffers = ({ offers }: Shelf, { volumeId, now }: ShelfAt): readonly HoldExpired[] =>
  offers
    .filter(({ readyUntil }) => Date.parse(readyUntil) <= now.getTime())
    .slice(0, MOST_ENDED_OFFERS)
    .map(({ holdId, memberId, copyId, readyUntil }) => ({
      type: 'lending.hold-expired',
      data: { holdId, memberId, volumeId, copyId, expiredAt: readyUntil },
    }));

/** A copy that is put aside goes away: its hold waits again, at its old place. Told right after the copy has gone. */
export const putBack = ({ offers }: Shelf, volumeId: VolumeId, copyId: CopyId): readonly HoldPutBack[] =>
  offers
    .filter((offer) => offer.copyId === copyId)
    .map(({ holdId, memberId, title, place }) => ({
      type: 'lending.hold-put-back',
      data: { holdId, memberId, title, place, volumeId, copyId },
    }));
