import type { BusinessDay } from '../../../../events/business-day.ts';
import type { LoanId, MemberId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { reject } from '../../../platform/decider.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { from } from '../../../platform/source.ts';
import { type Loan, loan } from '../../domain/loan/loan.ts';
import { patron } from '../../domain/patron.ts';
import { decideRenew } from '../../domain/renew/decide-renew.ts';
import type { RenewRefusal } from '../../domain/renew/renew-policies.ts';
import { shelf, shelvesOf } from '../../domain/shelf.ts';

interface Needs {
  readLoan: (loanId: LoanId) => Promise<Loan>;
  decide: ReturnType<typeof commandLoop>;
}

/** Its member keeps a loan longer. The commit falls when somebody begins to wait for one of its volumes meanwhile. */
export const renew =
  ({ readLoan, decide }: Needs) =>
  async (
    { loanId, memberId }: { loanId: LoanId; memberId: MemberId },
    context: CommandContext,
  ): Promise<Outcome<{ dueOn: BusinessDay }, RenewRefusal | 'not-found' | 'forbidden'>> => {
    const lent = await readLoan(loanId);
    if (lent.status === 'unknown') return reject('not-found');
    if (lent.memberId !== memberId) return reject('forbidden');
    const sources = {
      loan: from('loan', loanId, loan),
      patron: from('patron', memberId, patron),
      shelves: lent.items.map(({ volumeId }) => from('shelf', volumeId, shelf)),
    };
    return decide(context, sources, (states) => {
      if (states.loan.status === 'unknown') return reject('not-found');
      const shelves = shelvesOf(lent.items, states.shelves);
      const decision = decideRenew({ now: context.now }, { loan: states.loan, shelves });
      if (decision.outcome === 'rejected') return decision;
      const { dueOn } = decision.events.loan[0].data;
      return { outcome: 'accepted', events: decision.events, answer: { dueOn } };
    });
  };
