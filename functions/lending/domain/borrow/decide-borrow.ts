import { dayOf } from '../../../../events/business-day.ts';
import type { LoanId } from '../../../../events/ids.ts';
import type { LoanItem } from '../../../../events/lending/loan-item.ts';
import type { LoanOpened } from '../../../../events/lending/loan-opened.ts';
import type { PatronBorrowed } from '../../../../events/lending/patron-borrowed.ts';
import { andThen, type ShelfCourse, type ShelfEvent, shelfToday } from '../../../../events/shelf.ts';
import { accept, type Decision, reject } from '../../../platform/decider.ts';
import { isActive } from '../card.ts';
import { dueOnFor } from '../due-date.ts';
import { copyFor, offerFor } from '../shelf.ts';
import { type Borrowing, type BorrowRefusal, borrowPolicies } from './borrow-policies.ts';

export interface Borrow {
  loanId: LoanId;
  now: Date;
}

/** What a borrowing writes: to the loan, to the member's sheet and to the shelf of each volume, all or nothing. */
export interface BorrowEvents {
  loan: readonly [LoanOpened];
  patron: readonly [PatronBorrowed];
  shelves: readonly (readonly ShelfEvent[])[];
}

/** Takes the copy that is put aside for the member, or else the first free one, of each volume. */
export const decideBorrow = ({ loanId, now }: Borrow, asked: Borrowing): Decision<BorrowEvents, BorrowRefusal> => {
  const today = dayOf(now);
  const courses = asked.shelves.map(({ volumeId, shelf }) => shelfToday(shelf, { volumeId, now }));
  const borrowing = { ...asked, shelves: asked.shelves.map((one, index) => ({ ...one, ...courses[index] })) };
  for (const policy of borrowPolicies) {
    const refusal = policy(today, borrowing);
    if (refusal) return reject(refusal);
  }
  const items = itemsOf(borrowing);
  const { card, memberId } = borrowing;
  // The policies above have looked at both; this only tells the compiler.
  if (items.length < borrowing.shelves.length) return reject('no-copy-available');
  if (!isActive(card, today)) return reject('card-not-active');

  const lent = { loanId, memberId, borrowedOn: today, dueOn: dueOnFor(today) };
  const volumeIds = items.map(({ volumeId }) => volumeId);
  return accept({
    loan: [{ type: 'lending.loan-opened', data: { ...lent, cardId: card.cardId, items: [...items] } }],
    patron: [{ type: 'lending.patron-borrowed', data: { ...lent, volumeIds } }],
    shelves: items.map((item, index) => lentFrom(courses[index], item, { loanId, memberId, now })),
  });
};

const itemsOf = ({ memberId, volumes, shelves }: Borrowing): readonly LoanItem[] =>
  shelves.flatMap(({ shelf }, index) => {
    const volume = volumes[index];
    const copyId = copyFor(shelf, memberId);
    return volume && copyId !== undefined ? [{ ...volume, copyId }] : [];
  });

/** The copy leaves the shelf, and whoever it was put aside for waits no more. */
const lentFrom = (
  course: ShelfCourse | undefined,
  { volumeId, copyId }: LoanItem,
  { loanId, memberId, now }: Borrow & Pick<Borrowing, 'memberId'>,
): readonly ShelfEvent[] => {
  if (!course) return [];
  const lent: ShelfEvent = { type: 'lending.copy-lent', data: { volumeId, copyId, loanId, memberId } };
  const holdId = offerFor(course.shelf, memberId)?.holdId;
  const fulfilledAt = now.toISOString();
  const fulfilled: readonly ShelfEvent[] =
    holdId === undefined
      ? []
      : [{ type: 'lending.hold-fulfilled', data: { holdId, memberId, volumeId, copyId, loanId, fulfilledAt } }];
  return andThen(course, { volumeId, now }, [lent, ...fulfilled]).events;
};
