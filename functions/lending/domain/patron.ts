import type { MemberLeft } from '../../../events/accounts/member-left.ts';
import type { BusinessDay } from '../../../events/business-day.ts';
import type { LoanId, VolumeId } from '../../../events/ids.ts';
import type { PatronBorrowed } from '../../../events/lending/patron-borrowed.ts';
import type { PatronBroughtBack } from '../../../events/lending/patron-brought-back.ts';
import type { Aggregate } from '../../platform/decider.ts';

/** What a member has on loan, as far as limits and overdue days are concerned. */
export interface Patron {
  openLoans: readonly { loanId: LoanId; volumeIds: readonly VolumeId[]; dueOn: BusinessDay }[];
  /** The account was given up. */
  hasLeft: boolean;
}
export type PatronEvent = PatronBorrowed | PatronBroughtBack | MemberLeft;

export const patron: Aggregate<Patron, PatronEvent> = {
  reducer: '932d7670e54c',
  initialState: { openLoans: [], hasLeft: false },
  evolve: (state, event) => {
    switch (event.type) {
      case 'lending.patron-borrowed': {
        const { loanId, volumeIds, dueOn } = event.data;
        return { ...state, openLoans: [...state.openLoans, { loanId, volumeIds, dueOn }] };
      }
      case 'lending.patron-brought-back':
        return { ...state, openLoans: state.openLoans.filter(({ loanId }) => loanId !== event.data.loanId) };
      case 'accounts.member-left':
        return { ...state, hasLeft: true };
    }
  },
};

/** Whether a loan was due before this day. */
export const hasOverdue = ({ openLoans }: Patron, today: BusinessDay): boolean =>
  openLoans.some(({ dueOn }) => dueOn < today);
