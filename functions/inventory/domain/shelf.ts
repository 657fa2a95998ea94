import type { CopyId, VolumeId } from '../../../events/ids.ts';
import { emptyShelf, type ShelfEvent, type Shelf as ShelfOfAll, shelfAfter } from '../../../events/shelf.ts';
import type { Aggregate } from '../../platform/decider.ts';
import { copyIdFor } from './copy-number.ts';

/** The copies of one volume as their keeper sees them. Withdrawn ones are gone, but their numbers stay used. */
export interface Shelf extends ShelfOfAll {
  isOpen: boolean;
  /** How many copies there ever were. */
  numbered: number;
  lost: ReadonlySet<CopyId>;
}

export const shelf: Aggregate<Shelf, ShelfEvent> = {
  reducer: 'b9b0785134f1',
  initialState: { ...emptyShelf, isOpen: false, numbered: 0, lost: new Set() },
  evolve: (state, event) => {
    const next = { ...state, ...shelfAfter(state, event) };
    switch (event.type) {
      case 'inventory.shelf-opened':
        return { ...next, isOpen: true, numbered: state.numbered + event.data.copyIds.length };
      case 'inventory.copies-added':
        return { ...next, numbered: state.numbered + event.data.copyIds.length };
      case 'inventory.copy-lost':
        return { ...next, lost: new Set([...state.lost, event.data.copyId]) };
      case 'inventory.copy-withdrawn':
      case 'inventory.copy-found':
        return { ...next, lost: new Set([...state.lost].filter((id) => id !== event.data.copyId)) };
      default:
        return next;
    }
  },
};

export type CopyState = 'available' | 'on-loan' | 'on-hold' | 'lost';

/** Where a copy is; undefined for one that never was or was withdrawn. */
export const stateOf = ({ free, lent, offers, lost }: Shelf, copyId: CopyId): CopyState | undefined => {
  if (lent.has(copyId)) return 'on-loan';
  if (lost.has(copyId)) return 'lost';
  if (offers.some((offer) => offer.copyId === copyId)) return 'on-hold';
  return free.includes(copyId) ? 'available' : undefined;
};

/** The next numbers of a shelf. */
export const nextCopyIds = (volumeId: VolumeId, { numbered }: Shelf, count: number): CopyId[] =>
  Array.from({ length: count }, (_, index) => copyIdFor(volumeId, numbered + index + 1));
