import * as z from 'zod';
import { CopyId, LoanId, VolumeId } from '../../../../events/ids.ts';

/** The shelf of one volume. Kept narrow: every loan writes the row, and a popular volume has many copies. */
export const ShelfRow = z.object({
  volumeId: VolumeId,
  /** Whether the shelf was opened; copies that a librarian added may be there before. */
  isOpen: z.boolean(),
  /** Copies in the order of their coming, together with those that came at the same time. */
  arrivals: z.array(z.object({ addedAt: z.iso.datetime(), copyIds: z.array(CopyId) })),
  loans: z.record(CopyId, LoanId),
  withdrawn: z.array(CopyId),
  /** Rows that were written before there were lost copies and holds have none. */
  lost: z.array(CopyId).default([]),
  /** Copies that are put aside. */
  offers: z.array(CopyId).default([]),
  waiting: z.number().int().default(0),
});
export type ShelfRow = z.infer<typeof ShelfRow>;

export const shelfKey = (volumeId: string) => ({ pk: volumeId, sk: 'shelf' });

/** How many copies there are, and where. */
export const Availability = z.object({
  volumeId: VolumeId,
  copies: z.number().int(),
  available: z.number().int(),
  onLoan: z.number().int(),
  onHold: z.number().int(),
  waiting: z.number().int(),
});
export type Availability = z.infer<typeof Availability>;

export const nothingOnTheShelf = (volumeId: VolumeId): Availability => ({
  volumeId,
  copies: 0,
  available: 0,
  onLoan: 0,
  onHold: 0,
  waiting: 0,
});

/**
 * A copy that came free and the offer of it are one commit but two events, and the row may be read between them: what is
 * free is therefore shown as put aside as long as somebody waits, which the next event says anyway.
 */
const owedIn = ({ waiting }: ShelfRow, free: number): number => Math.min(free, waiting);

export const availabilityIn = (shelf: ShelfRow): Availability => {
  const { volumeId, arrivals, loans, withdrawn, lost, offers, waiting } = shelf;
  const copies = arrivals.reduce((sum, { copyIds }) => sum + copyIds.length, 0) - withdrawn.length - lost.length;
  const onLoan = Object.keys(loans).length;
  const free = copies - onLoan - offers.length;
  const owed = owedIn(shelf, free);
  return { volumeId, copies, available: free - owed, onLoan, onHold: offers.length + owed, waiting: waiting - owed };
};

export const CopyState = z.enum(['available', 'on-loan', 'on-hold', 'withdrawn', 'lost']);
export type CopyState = z.infer<typeof CopyState>;

/** A copy as a librarian sees it, without its history. */
export const PlacedCopy = z.object({
  copyId: CopyId,
  state: CopyState,
  loanId: LoanId.optional(),
  addedAt: z.iso.datetime(),
});
export type PlacedCopy = z.infer<typeof PlacedCopy>;

/** Every copy there ever was, in the order of their coming. */
export const copiesIn = (shelf: ShelfRow): readonly PlacedCopy[] => {
  const [gone, lost, offered] = [new Set(shelf.withdrawn), new Set(shelf.lost), new Set(shelf.offers)];
  const placed = shelf.arrivals.flatMap(({ addedAt, copyIds }) =>
    copyIds.map((copyId): PlacedCopy => {
      const loanId = shelf.loans[copyId];
      if (loanId !== undefined) return { copyId, state: 'on-loan', loanId, addedAt };
      const state = gone.has(copyId) ? 'withdrawn' : lost.has(copyId) ? 'lost' : undefined;
      return { copyId, state: state ?? (offered.has(copyId) ? 'on-hold' : 'available'), addedAt };
    }),
  );
  const free = placed.filter(({ state }) => state === 'available');
  const owed = new Set(free.slice(0, owedIn(shelf, free.length)));
  return placed.map((copy) => (owed.has(copy) ? { ...copy, state: 'on-hold' } : copy));
};
