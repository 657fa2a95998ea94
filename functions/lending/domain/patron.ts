import type { BusinessDay } from '../../../events/business-day.ts';
import type { LoanId, VolumeId } from '../../../events/ids.ts';
import type { PatronBorrowed } from '../../../events/lending/patron-borrowed.ts';
import type { PatronBroughtBack } from '../../../events/lending/patron-brought-back.ts';
import type { Aggregate } from '../../platform/decider.ts';

/** What a member has on loan, as far as limits and overdue days are concerned. */
export interface Patron {
  openLoans: readonly { loanId: LoanId; volumeIds: readonly VolumeId[]; dueOn: BusinessDay }[];
}
export type PatronEvent = PatronBorrowed | PatronBroughtBack;

export const patron: Aggregate<Patron, PatronEvent> = {
  initialState: { openLoans: [] },
  evolve: (state, event) => {
    switch (event.type) {
      case 'lending.patron-borrowed': {
        const { loanId, volumeIds, dueOn } = event.data;
        return { openLoans: [...state.openLoans, { loanId, volumeIds, dueOn }] };
      }
      case 'lending.patron-brought-back':
        return { openLoans: state.openLoans.filter(({ loanId }) => loanId !== event.data.loanId) };
    }
  },
};

/** Whether a loan was due before this day. */
export const hasOverdue = ({ openLoans }: Patron, today: BusinessDay): boolean =>
  openLoans.some(({ dueOn }) => dueOn < today);
