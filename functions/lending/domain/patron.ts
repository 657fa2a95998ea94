import type { MemberLeft } from '../../../events/accounts/member-left.ts';
import type { BusinessDay } from '../../../events/business-day.ts';
import type { HoldId, LoanId, VolumeId } from '../../../events/ids.ts';
import type { PatronBorrowed } from '../../../events/lending/patron-borrowed.ts';
import type { PatronBroughtBack } from '../../../events/lending/patron-brought-back.ts';
import type { PatronCopyLost } from '../../../events/lending/patron-copy-lost.ts';
import type { PatronPlacedHold } from '../../../events/lending/patron-placed-hold.ts';
import type { PatronRenewed } from '../../../events/lending/patron-renewed.ts';
import type { Aggregate } from '../../platform/decider.ts';

export interface OpenLoanOfPatron {
  loanId: LoanId;
  volumeIds: readonly VolumeId[];
  dueOn: BusinessDay;
}

/** What a member has on loan and waits for, as far as limits and overdue days are concerned. */
export interface Patron {
  openLoans: readonly OpenLoanOfPatron[];
  /** The day of the last loan, and how many were opened on it. */
  lastBorrowed: { on: BusinessDay; loans: number } | undefined;
  /** Holds that were placed; which of them have ended is known on their shelves. */
  holds: ReadonlyMap<HoldId, VolumeId>;
  /** The account was given up. */
  hasLeft: boolean;
}
export type PatronEvent =
  | PatronBorrowed
  | PatronBroughtBack
  | PatronRenewed
  | PatronCopyLost
  | PatronPlacedHold
  | MemberLeft;

export const patron: Aggregate<Patron, PatronEvent> = {
  reducer: '0d4904664b01',
  initialState: { openLoans: [], lastBorrowed: undefined, holds: new Map(), hasLeft: false },
  evolve: (state, event) => {
    switch (event.type) {
      case 'lending.patron-borrowed':
        return borrowed(state, event.data);
      case 'lending.patron-brought-back':
        return { ...state, openLoans: state.openLoans.filter(({ loanId }) => loanId !== event.data.loanId) };
      case 'lending.patron-renewed':
        return withLoan(state, event.data.loanId, (loan) => ({ ...loan, dueOn: event.data.dueOn }));
      case 'lending.patron-copy-lost': {
        const { loanId, volumeId } = event.data;
        return withLoan(state, loanId, (loan) => ({
          ...loan,
          volumeIds: loan.volumeIds.filter((id) => id !== volumeId),
        }));
      }
      case 'lending.patron-placed-hold': {
        const { holdId, volumeId, ended } = event.data;
        return { ...state, holds: new Map([...standing(state, ended), [holdId, volumeId]]) };
      }
      case 'accounts.member-left':
        return { ...state, hasLeft: true };
      default:
        return state;
    }
  },
};

const borrowed = (state: Patron, { loanId, volumeIds, dueOn, borrowedOn }: PatronBorrowed['data']): Patron => {
  const before = state.lastBorrowed?.on === borrowedOn ? state.lastBorrowed.loans : 0;
  return {
    ...state,
    openLoans: [...state.openLoans, { loanId, volumeIds, dueOn }],
    lastBorrowed: { on: borrowedOn, loans: before + 1 },
  };
};

const withLoan = (state: Patron, loanId: LoanId, change: (loan: OpenLoanOfPatron) => OpenLoanOfPatron): Patron => ({
  ...state,
  openLoans: state.openLoans.map((loan) => (loan.loanId === loanId ? change(loan) : loan)),
});

const standing = ({ holds }: Patron, ended: readonly HoldId[]) =>
  [...holds].filter(([holdId]) => !ended.includes(holdId));

/** Whether a loan was due before this day. */
export const hasOverdue = ({ openLoans }: Patron, today: BusinessDay): boolean =>
  openLoans.some(({ dueOn }) => dueOn < today);

/** Whether a member has a copy of a volume at home. */
export const hasOnLoan = ({ openLoans }: Patron, volumeId: VolumeId): boolean =>
  openLoans.some(({ volumeIds }) => volumeIds.includes(volumeId));

/** How many loans were opened on a day. */
export const loansOn = ({ lastBorrowed }: Patron, today: BusinessDay): number =>
  lastBorrowed?.on === today ? lastBorrowed.loans : 0;
