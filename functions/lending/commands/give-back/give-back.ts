import type { BusinessDay } from '../../../../events/business-day.ts';
import type { LoanId } from '../../../../events/ids.ts';
import type { Money } from '../../../../events/money.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { reject } from '../../../platform/decider.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { from } from '../../../platform/source.ts';
import { decideGiveBack } from '../../domain/give-back/decide-give-back.ts';
import { type Loan, loan } from '../../domain/loan/loan.ts';
import { patron } from '../../domain/patron.ts';
import { shelf, shelvesOf } from '../../domain/shelf.ts';

interface Needs {
  readLoan: (loanId: LoanId) => Promise<Loan>;
  decide: ReturnType<typeof commandLoop>;
}
/** Why a loan is not taken back. */
export type GiveBackRefusal = 'not-found' | 'forbidden' | 'already-returned';
interface Returned {
  loanId: LoanId;
  returnedOn: BusinessDay;
  daysLate: number;
  lateFee: Money;
}
type Caller = { memberId: string; isStaff: boolean };

/** Its member brings a loan back, or a librarian takes it in; nobody else may. */
export const giveBack =
  ({ readLoan, decide }: Needs) =>
  async (
    { loanId, caller }: { loanId: LoanId; caller: Caller },
    context: CommandContext,
  ): Promise<Outcome<Returned, GiveBackRefusal>> => {
    const lent = await readLoan(loanId);
    if (lent.status === 'unknown') return reject('not-found');
    if (lent.memberId !== caller.memberId && !caller.isStaff) return reject('forbidden');
    const sources = {
      loan: from('loan', loanId, loan),
      patron: from('patron', lent.memberId, patron),
      shelves: lent.items.map(({ volumeId }) => from('shelf', volumeId, shelf)),
    };
    return decide(context, sources, (states) => {
      if (states.loan.status === 'unknown') return reject('not-found');
      const shelves = shelvesOf(lent.items, states.shelves);
      const decision = decideGiveBack({ now: context.now }, { loan: states.loan, shelves });
      if (decision.outcome === 'rejected') return decision;
      const { returnedOn, daysLate, lateFee } = decision.events.loan[0].data;
      return { outcome: 'accepted', events: decision.events, answer: { loanId, returnedOn, daysLate, lateFee } };
    });
  };
