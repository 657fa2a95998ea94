import type { NewEvent } from '../../functions/platform/event-store/port.ts';

/** A stream and everything that happened in it, one commit each. */
export interface Past {
  stream: string;
  events: readonly NewEvent[];
}

const idOf = (number: number): string => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const DAY = '2026-05-01';
const MEMBERS = 1_000;
const COPIES = 20;

/** A copy of a shelf, lent or brought back; the last copy of a shelf is left to those who lend during a bench. */
const onShelf = (shelf: number, copy: number, loan: number, isBack: boolean): NewEvent => {
  const volumeId = idOf(shelf);
  const told = { volumeId, copyId: `${volumeId}-${copy + 1}`, loanId: idOf(loan) };
  return isBack
    ? { type: 'lending.copy-brought-back', data: told }
    : { type: 'lending.copy-lent', data: { ...told, memberId: idOf(loan % MEMBERS) } };
};

/** The stream of a shelf. */
export const shelfStream = (shelf: number): string => `main#shelf#${idOf(shelf)}`;

/** The row of a shelf. */
export const shelfKey = (shelf: number) => ({ pk: idOf(shelf), sk: 'shelf' });

/** The last copy of a shelf, lent and brought back in turn. */
export const lastCopy = (shelf: number, turn: number): NewEvent =>
  onShelf(shelf, COPIES - 1, Math.floor(turn / 2), turn % 2 === 1);

/** Shelves whose copies are lent and brought back again and again. */
export const shelves = (count: number, eventsEach: number): readonly Past[] =>
  Array.from({ length: count }, (_, shelf) => {
    const volumeId = idOf(shelf);
    const copyIds = Array.from({ length: COPIES }, (_, copy) => `${volumeId}-${copy + 1}`);
    const lending = Array.from({ length: eventsEach - 1 }, (_, index) => {
      const loan = Math.floor(index / 2);
      return onShelf(shelf, loan % (COPIES - 1), shelf * eventsEach + loan, index % 2 === 1);
    });
    return {
      stream: shelfStream(shelf),
      events: [{ type: 'inventory.shelf-opened', data: { volumeId, copyIds } }, ...lending],
    };
  });

/** Loans of two volumes that were returned late: three events each. */
export const loans = (count: number): readonly Past[] =>
  Array.from({ length: count }, (_, loan) => {
    const [loanId, memberId] = [idOf(loan), idOf(loan % MEMBERS)];
    const items = [0, 1].map((item) => {
      const volumeId = idOf((loan * 7 + item) % 500);
      return { volumeId, copyId: `${volumeId}-1`, seriesId: idOf(item), title: '月の図書館', number: item + 1 };
    });
    const told = { loanId, memberId, items };
    return {
      stream: `main#loan#${loanId}`,
      events: [
        { type: 'lending.loan-opened', data: { ...told, cardId: idOf(loan), borrowedOn: DAY, dueOn: DAY } },
        { type: 'lending.loan-became-overdue', data: { ...told, dueOn: DAY, noticedOn: DAY } },
        {
          type: 'lending.loan-returned',
          data: { ...told, returnedOn: DAY, daysLate: 1, lateFee: { amount: 100, currency: 'JPY' } },
        },
      ],
    };
  });
