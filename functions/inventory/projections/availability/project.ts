import type { CopyId, VolumeId } from '../../../../events/ids.ts';
import type { RowProjection } from '../../../platform/projection.ts';
import { ShelfRow, shelfKey } from './view.ts';

/** One row per shelf. */
export const availability: RowProjection<'availability'> = {
  listener: 'availability',
  keyOf: ({ data: { volumeId } }) => shelfKey(volumeId),
  evolve: (row, event): ShelfRow => {
    const shelf = row ? ShelfRow.parse(row) : emptyShelf(event.data.volumeId);
    const { occurredAt } = event.metadata;
    switch (event.type) {
      case 'inventory.shelf-opened':
        return { ...grown(shelf, event.data.copyIds, occurredAt), isOpen: true };
      case 'inventory.copies-added':
        return grown(shelf, event.data.copyIds, occurredAt);
      case 'inventory.copy-withdrawn':
        return { ...shelf, withdrawn: [...shelf.withdrawn, event.data.copyId] };
      case 'lending.copy-lent':
        return { ...shelf, loans: { ...shelf.loans, [event.data.copyId]: event.data.loanId } };
      case 'lending.copy-brought-back': {
        const { [event.data.copyId]: _, ...loans } = shelf.loans;
        return { ...shelf, loans };
      }
    }
  },
};

const emptyShelf = (volumeId: VolumeId): ShelfRow => ({
  volumeId,
  isOpen: false,
  arrivals: [],
  loans: {},
  withdrawn: [],
});

const grown = (shelf: ShelfRow, copyIds: CopyId[], addedAt: string): ShelfRow =>
  copyIds.length === 0 ? shelf : { ...shelf, arrivals: [...shelf.arrivals, { addedAt, copyIds }] };
