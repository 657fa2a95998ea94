import type { CopyId, LoanId, VolumeId } from '../../../events/ids.ts';
import type { CopiesAdded } from '../../../events/inventory/copies-added.ts';
import type { CopyWithdrawn } from '../../../events/inventory/copy-withdrawn.ts';
import type { ShelfOpened } from '../../../events/inventory/shelf-opened.ts';
import type { CopyBroughtBack } from '../../../events/lending/copy-brought-back.ts';
import type { CopyLent } from '../../../events/lending/copy-lent.ts';
import type { Aggregate } from '../../platform/decider.ts';

/** The copies of one volume as a lender sees them. */
export interface Shelf {
  free: readonly CopyId[];
  lent: ReadonlyMap<CopyId, LoanId>;
}
export type ShelfEvent = ShelfOpened | CopiesAdded | CopyWithdrawn | CopyLent | CopyBroughtBack;

export const shelf: Aggregate<Shelf, ShelfEvent> = {
  reducer: '86c9f4b12901',
  initialState: { free: [], lent: new Map() },
  evolve: ({ free, lent }, event) => {
    switch (event.type) {
      case 'inventory.shelf-opened':
      case 'inventory.copies-added':
        return { free: [...free, ...event.data.copyIds], lent };
      case 'inventory.copy-withdrawn':
        return { free: free.filter((copyId) => copyId !== event.data.copyId), lent };
      case 'lending.copy-lent': {
        const { copyId, loanId } = event.data;
        return { free: free.filter((id) => id !== copyId), lent: new Map([...lent, [copyId, loanId]]) };
      }
      case 'lending.copy-brought-back': {
        const { copyId } = event.data;
        return { free: [...free, copyId], lent: new Map([...lent].filter(([id]) => id !== copyId)) };
      }
    }
  },
};

/** A shelf and the volume whose copies it holds. */
export interface ShelfOf {
  volumeId: VolumeId;
  shelf: Shelf;
}
