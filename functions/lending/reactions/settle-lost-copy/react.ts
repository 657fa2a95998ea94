import type { Recorded } from '../../../../events/envelope.ts';
import type { LoanId } from '../../../../events/ids.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { becauseOf } from '../../../platform/reaction-context.ts';
import { settled } from '../../../platform/settled.ts';
import { from } from '../../../platform/source.ts';
import { decideSettleLostCopy } from '../../domain/loan/decide-settle-lost-copy.ts';
import { type Loan, loan } from '../../domain/loan/loan.ts';
import { patron } from '../../domain/patron.ts';

interface Needs {
  readLoan: (loanId: LoanId) => Promise<Loan>;
  decide: ReturnType<typeof commandLoop>;
}

/** A lent copy will not come back: its loan and its member go on without it. Told again, nothing happens. */
export const settleLostCopy =
  ({ readLoan, decide }: Needs) =>
  async (event: Recorded<HeardBy<'settle-lost-copy'>>): Promise<void> => {
    const { loanId, copyId } = event.data;
    if (loanId === null) return;
    const lent = await readLoan(loanId);
    if (lent.status === 'unknown')
      throw new Error(`the copy ${copyId} was lost from a loan that is not there: ${loanId}`);
    const context = becauseOf(event, 'settle-lost-copy', loanId);
    const sources = { loan: from('loan', loanId, loan), patron: from('patron', lent.memberId, patron) };
    await settled(
      decide(context, sources, (states) => {
        const decision = decideSettleLostCopy({ copyId, now: context.now }, states.loan);
        return decision.outcome === 'rejected' ? decision : { ...decision, answer: undefined };
      }),
    );
  };
