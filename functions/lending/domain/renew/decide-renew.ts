import { addDays, dayOf } from '../../../../events/business-day.ts';
import type { LoanRenewed } from '../../../../events/lending/loan-renewed.ts';
import type { PatronRenewed } from '../../../../events/lending/patron-renewed.ts';
import { accept, type Decision, reject } from '../../../platform/decider.ts';
import { RENEWAL_DAYS } from '../due-date.ts';
import { type Renewing, type RenewRefusal, renewPolicies } from './renew-policies.ts';

/** What a renewal writes: the loan and the member's sheet. The shelves must merely be as they were. */
export interface RenewEvents {
  loan: readonly [LoanRenewed];
  patron: readonly [PatronRenewed];
}

/** A member keeps everything of a loan longer, once. */
export const decideRenew = ({ now }: { now: Date }, renewing: Renewing): Decision<RenewEvents, RenewRefusal> => {
  for (const policy of renewPolicies) {
    const refusal = policy(dayOf(now), renewing);
    if (refusal) return reject(refusal);
  }
  const { loanId, memberId, dueOn: wasDueOn } = renewing.loan;
  const dueOn = addDays(wasDueOn, RENEWAL_DAYS);
  return accept({
    loan: [{ type: 'lending.loan-renewed', data: { loanId, memberId, wasDueOn, dueOn } }],
    patron: [{ type: 'lending.patron-renewed', data: { memberId, loanId, dueOn } }],
  });
};
