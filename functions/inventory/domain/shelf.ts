import type { CopyId, VolumeId } from '../../../events/ids.ts';
import type { CopiesAdded } from '../../../events/inventory/copies-added.ts';
import type { CopyWithdrawn } from '../../../events/inventory/copy-withdrawn.ts';
import type { ShelfOpened } from '../../../events/inventory/shelf-opened.ts';
import type { CopyBroughtBack } from '../../../events/lending/copy-brought-back.ts';
import type { CopyLent } from '../../../events/lending/copy-lent.ts';
import type { Aggregate } from '../../platform/decider.ts';
import { copyIdFor } from './copy-number.ts';

/** The copies of one volume as their keeper sees them. Withdrawn ones are gone, but their numbers stay used. */
export interface Shelf {
  isOpen: boolean;
  /** How many copies there ever were. */
  numbered: number;
  copies: ReadonlyMap<CopyId, 'available' | 'on-loan'>;
}
export type ShelfEvent = ShelfOpened | CopiesAdded | CopyWithdrawn | CopyLent | CopyBroughtBack;

export const shelf: Aggregate<Shelf, ShelfEvent> = {
  reducer: '4a14ca516ad8',
  initialState: { isOpen: false, numbered: 0, copies: new Map() },
  evolve: (state, event) => {
    switch (event.type) {
      case 'inventory.shelf-opened':
        return { ...grown(state, event.data.copyIds), isOpen: true };
      case 'inventory.copies-added':
        return grown(state, event.data.copyIds);
      case 'inventory.copy-withdrawn':
        return { ...state, copies: new Map([...state.copies].filter(([id]) => id !== event.data.copyId)) };
      case 'lending.copy-lent':
        return { ...state, copies: new Map([...state.copies, [event.data.copyId, 'on-loan']]) };
      case 'lending.copy-brought-back':
        return { ...state, copies: new Map([...state.copies, [event.data.copyId, 'available']]) };
      default:
        return state;
    }
  },
};

const grown = ({ isOpen, numbered, copies }: Shelf, added: readonly CopyId[]): Shelf => ({
  isOpen,
  numbered: numbered + added.length,
  copies: new Map([...copies, ...added.map((copyId) => [copyId, 'available'] as const)]),
});

/** The next numbers of a shelf. */
export const nextCopyIds = (volumeId: VolumeId, { numbered }: Shelf, count: number): CopyId[] =>
  Array.from({ length: count }, (_, index) => copyIdFor(volumeId, numbered + index + 1));
