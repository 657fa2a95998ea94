import { dayOf } from '../../../../events/business-day.ts';
import type { LoanId, MemberId } from '../../../../events/ids.ts';
import type { CopyLent } from '../../../../events/lending/copy-lent.ts';
import type { LoanItem } from '../../../../events/lending/loan-item.ts';
import type { LoanOpened } from '../../../../events/lending/loan-opened.ts';
import type { PatronBorrowed } from '../../../../events/lending/patron-borrowed.ts';
import { accept, type Decision, reject } from '../../../platform/decider.ts';
import { isActive } from '../card.ts';
import { dueOnFor } from '../due-date.ts';
import { type Borrowing, type BorrowRefusal, borrowPolicies } from './borrow-policies.ts';

export interface Borrow {
  loanId: LoanId;
  memberId: MemberId;
  now: Date;
}

/** What a borrowing writes: to the loan, to the member's sheet and to the shelf of each volume, all or nothing. */
export interface BorrowEvents {
  loan: readonly [LoanOpened];
  patron: readonly [PatronBorrowed];
  shelves: readonly (readonly [CopyLent])[];
}

/** Takes the first free copy of each volume. */
export const decideBorrow = (
  { loanId, memberId, now }: Borrow,
  borrowing: Borrowing,
): Decision<BorrowEvents, BorrowRefusal> => {
  const today = dayOf(now);
  for (const policy of borrowPolicies) {
    const refusal = policy(today, borrowing);
    if (refusal) return reject(refusal);
  }
  const items = itemsOf(borrowing);
  const { card } = borrowing;
  // The policies above have looked at both; this only tells the compiler.
  if (items.length < borrowing.shelves.length) return reject('no-copy-available');
  if (!isActive(card, today)) return reject('card-not-active');

  const lent = { loanId, memberId, borrowedOn: today, dueOn: dueOnFor(today) };
  const volumeIds = items.map(({ volumeId }) => volumeId);
  return accept({
    loan: [{ type: 'lending.loan-opened', data: { ...lent, cardId: card.cardId, items: [...items] } }],
    patron: [{ type: 'lending.patron-borrowed', data: { ...lent, volumeIds } }],
    shelves: items.map(({ volumeId, copyId }) => [
      { type: 'lending.copy-lent', data: { volumeId, copyId, loanId, memberId } },
    ]),
  });
};

const itemsOf = ({ volumes, shelves }: Borrowing): readonly LoanItem[] =>
  shelves.flatMap(({ shelf }, index) => {
    const volume = volumes[index];
    const copyId = shelf.free[0];
    return volume && copyId !== undefined ? [{ ...volume, copyId }] : [];
  });
