import type { CopyId } from '../../../events/ids.ts';
import type { CopyLost } from '../../../events/inventory/copy-lost.ts';
import type { CopyWithdrawn } from '../../../events/inventory/copy-withdrawn.ts';
import type { CopyBroughtBack } from '../../../events/lending/copy-brought-back.ts';
import type { CopyLent } from '../../../events/lending/copy-lent.ts';
import type { Aggregate } from '../../platform/decider.ts';

/** All that the catalogue asks of a shelf: which copies are with readers. */
export interface Shelf {
  lent: ReadonlySet<CopyId>;
}
export type ShelfEvent = CopyLent | CopyBroughtBack | CopyLost | CopyWithdrawn;

export const shelf: Aggregate<Shelf, ShelfEvent> = {
  initialState: { lent: new Set() },
  evolve: (state, event) => {
    switch (event.type) {
      case 'lending.copy-lent':
        return { lent: new Set([...state.lent, event.data.copyId]) };
      case 'lending.copy-brought-back':
      case 'inventory.copy-lost':
      case 'inventory.copy-withdrawn':
        return { lent: new Set([...state.lent].filter((copyId) => copyId !== event.data.copyId)) };
      default:
        return state;
    }
  },
};
