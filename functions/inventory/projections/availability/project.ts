import type { CopyId, VolumeId } from '../../../../events/ids.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
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
      case 'inventory.copy-withdrawn': {
        const rest = without(shelf, event.data.copyId);
        return { ...rest, withdrawn: [...rest.withdrawn, event.data.copyId] };
      }
      case 'inventory.copy-lost': {
        const rest = without(shelf, event.data.copyId);
        return { ...rest, lost: [...rest.lost, event.data.copyId] };
      }
      case 'lending.copy-lent': {
        const { copyId, loanId } = event.data;
        const rest = without(shelf, copyId);
        return { ...rest, loans: { ...rest.loans, [copyId]: loanId } };
      }
      case 'inventory.copy-found':
      case 'lending.copy-brought-back':
        return without(shelf, event.data.copyId);
      default:
        return queued(shelf, event);
    }
  },
};

type HoldEvent = Extract<HeardBy<'availability'>, { type: `lending.hold-${string}` }>;

/** How many wait, and which copies are put aside. */
const queued = (shelf: ShelfRow, event: HoldEvent): ShelfRow => {
  switch (event.type) {
    case 'lending.hold-placed':
    case 'lending.hold-put-back':
      return { ...shelf, waiting: shelf.waiting + 1 };
    case 'lending.hold-offered':
      return { ...shelf, waiting: shelf.waiting - 1, offers: [...shelf.offers, event.data.copyId] };
    case 'lending.hold-cancelled': {
      const { copyId } = event.data;
      return copyId === null ? { ...shelf, waiting: shelf.waiting - 1 } : notOffered(shelf, copyId);
    }
    case 'lending.hold-expired':
    case 'lending.hold-fulfilled':
      return notOffered(shelf, event.data.copyId);
  }
};

const notOffered = (shelf: ShelfRow, copyId: CopyId): ShelfRow => ({
  ...shelf,
  offers: shelf.offers.filter((id) => id !== copyId),
});

/** The copy is nowhere in particular: neither lent nor put aside nor lost. */
const without = (shelf: ShelfRow, copyId: CopyId): ShelfRow => {
  const { [copyId]: _, ...loans } = shelf.loans;
  return { ...notOffered(shelf, copyId), loans, lost: shelf.lost.filter((id) => id !== copyId) };
};

const emptyShelf = (volumeId: VolumeId): ShelfRow => ({
  volumeId,
  isOpen: false,
  arrivals: [],
  loans: {},
  withdrawn: [],
  lost: [],
  offers: [],
  waiting: 0,
});

const grown = (shelf: ShelfRow, copyIds: CopyId[], addedAt: string): ShelfRow =>
  copyIds.length === 0 ? shelf : { ...shelf, arrivals: [...shelf.arrivals, { addedAt, copyIds }] };
