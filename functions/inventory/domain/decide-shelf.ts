import type { CopyId, VolumeId } from '../../../events/ids.ts';
import { andThen, putBack, type ShelfEvent, shelfToday } from '../../../events/shelf.ts';
import { accept, type Decision, reject } from '../../platform/decider.ts';
import { nextCopyIds, type Shelf, stateOf } from './shelf.ts';
import type { Volume } from './volume.ts';

/** A shelf is one row of the read model, and a row has an end; copies ever numbered count. */
export const MOST_COPIES_OF_A_VOLUME = 5000;

interface OnShelf {
  volumeId: VolumeId;
  now: Date;
}
/** What a shelf tells; whoever waits is offered a copy that comes free in the same commit. */
type Told = readonly ShelfEvent[];
const toldOf = (shelf: Shelf, at: OnShelf, ...events: Told): Told => andThen(shelfToday(shelf, at), at, events).events;

/** A new volume gets its shelf, once. */
export const decideOpenShelf = (
  { initialCopies, ...at }: OnShelf & { initialCopies: number },
  shelf: Shelf,
): Decision<Told, never> => {
  if (shelf.isOpen) return accept([]);
  const { volumeId } = at;
  const copyIds = nextCopyIds(volumeId, shelf, initialCopies);
  return accept(toldOf(shelf, at, { type: 'inventory.shelf-opened', data: { volumeId, copyIds } }));
};

export interface AddCopies extends OnShelf {
  count: number;
  reason: string;
}

/** More copies of a volume that the catalogue knows. */
export const decideAddCopies = (
  { count, reason, ...at }: AddCopies,
  { shelf, volume }: { shelf: Shelf; volume: Volume },
): Decision<{ told: Told; copyIds: readonly CopyId[] }, 'not-found' | 'too-many-copies'> => {
  if (!volume.isKnown) return reject('not-found');
  if (shelf.numbered + count > MOST_COPIES_OF_A_VOLUME) return reject('too-many-copies');
  const { volumeId } = at;
  const copyIds = nextCopyIds(volumeId, shelf, count);
  const told = toldOf(shelf, at, { type: 'inventory.copies-added', data: { volumeId, copyIds, reason } });
  return accept({ told, copyIds });
};

export interface OneCopy extends OnShelf {
  copyId: CopyId;
  reason: string;
}

/**
 * A copy leaves for good; one that left before is not there, and one on loan has to come back, or be lost, first. Who had it
 * put aside gets another free one, or is the next.
 */
export const decideWithdrawCopy = (
  { copyId, reason, ...at }: OneCopy,
  shelf: Shelf,
): Decision<Told, 'not-found' | 'copy-on-loan'> => {
  const state = stateOf(shelf, copyId);
  if (state === undefined) return reject('not-found');
  if (state === 'on-loan') return reject('copy-on-loan');
  const { volumeId } = at;
  return accept(goneFrom(shelf, at, copyId, { type: 'inventory.copy-withdrawn', data: { volumeId, copyId, reason } }));
};

/** A copy is missing: it will not come back from its loan, or it is not where it should be. */
export const decideLoseCopy = (
  { copyId, reason, ...at }: OneCopy,
  shelf: Shelf,
): Decision<Told, 'not-found' | 'already-lost'> => {
  const state = stateOf(shelf, copyId);
  if (state === undefined) return reject('not-found');
  if (state === 'lost') return reject('already-lost');
  const { volumeId } = at;
  const loanId = shelf.lent.get(copyId) ?? null;
  return accept(
    goneFrom(shelf, at, copyId, { type: 'inventory.copy-lost', data: { volumeId, copyId, loanId, reason } }),
  );
};

/** A lost copy is there again, for who waits or for anybody. */
export const decideFindCopy = (
  { copyId, reason, ...at }: OneCopy,
  shelf: Shelf,
): Decision<Told, 'not-found' | 'not-lost'> => {
  const state = stateOf(shelf, copyId);
  if (state === undefined) return reject('not-found');
  if (state !== 'lost') return reject('not-lost');
  const { volumeId } = at;
  return accept(toldOf(shelf, at, { type: 'inventory.copy-found', data: { volumeId, copyId, reason } }));
};

const goneFrom = (shelf: Shelf, at: OnShelf, copyId: CopyId, gone: ShelfEvent): Told => {
  const today = shelfToday(shelf, at);
  return andThen(today, at, [gone, ...putBack(today.shelf, at.volumeId, copyId)]).events;
};
