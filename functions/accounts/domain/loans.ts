import type { MemberLeft } from '../../../events/accounts/member-left.ts';
import type { LoanId } from '../../../events/ids.ts';
import type { PatronBorrowed } from '../../../events/lending/patron-borrowed.ts';
import type { PatronBroughtBack } from '../../../events/lending/patron-brought-back.ts';
import type { Aggregate } from '../../platform/decider.ts';

/** What a member still has from the library. */
export interface Loans {
  open: ReadonlySet<LoanId>;
}
export type LoansEvent = PatronBorrowed | PatronBroughtBack | MemberLeft;

/** A member's loans as far as an account cares. */
export const loans: Aggregate<Loans, LoansEvent> = {
  initialState: { open: new Set() },
  evolve: ({ open }, event) => {
    if (event.type === 'lending.patron-borrowed') return { open: new Set([...open, event.data.loanId]) };
    if (event.type === 'lending.patron-brought-back')
      return { open: new Set([...open].filter((loanId) => loanId !== event.data.loanId)) };
    // What else a patron does (holds, renewals) is the lending domain's own.
    return { open };
  },
};
