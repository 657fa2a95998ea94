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
});
export type ShelfRow = z.infer<typeof ShelfRow>;

export const shelfKey = (volumeId: string) => ({ pk: volumeId, sk: 'shelf' });

/** How many copies there are, and where. */
export interface Availability {
  volumeId: VolumeId;
  copies: number;
  available: number;
  onLoan: number;
  onHold: number;
  waiting: number;
}

/** Nobody can reserve a copy yet, so nobody waits and nothing is held. */
const NOBODY_WAITS = { onHold: 0, waiting: 0 };

export const nothingOnTheShelf = (volumeId: VolumeId): Availability => ({
  volumeId,
  copies: 0,
  available: 0,
  onLoan: 0,
  ...NOBODY_WAITS,
});

export const availabilityIn = ({ volumeId, arrivals, loans, withdrawn }: ShelfRow): Availability => {
  const copies = arrivals.reduce((sum, { copyIds }) => sum + copyIds.length, 0) - withdrawn.length;
  const onLoan = Object.keys(loans).length;
  return { volumeId, copies, available: copies - onLoan, onLoan, ...NOBODY_WAITS };
};

/** A copy as a librarian sees it. */
export interface ShownCopy {
  copyId: CopyId;
  state: 'available' | 'on-loan' | 'withdrawn';
  loanId?: LoanId;
  addedAt: string;
}

/** Every copy there ever was, in the order of their coming. */
export const copiesIn = ({ arrivals, loans, withdrawn }: ShelfRow): readonly ShownCopy[] => {
  const gone = new Set(withdrawn);
  return arrivals.flatMap(({ addedAt, copyIds }) =>
    copyIds.map((copyId): ShownCopy => {
      const loanId = loans[copyId];
      if (loanId !== undefined) return { copyId, state: 'on-loan', loanId, addedAt };
      return { copyId, state: gone.has(copyId) ? 'withdrawn' : 'available', addedAt };
    }),
  );
};
