import type { LoanId, MemberId } from '../../../../events/ids.ts';
import type { LoanOpened } from '../../../../events/lending/loan-opened.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { beginning, from } from '../../../platform/source.ts';
import type { BorrowLimits } from '../../domain/borrow/borrow-policies.ts';
import { decideBorrow } from '../../domain/borrow/decide-borrow.ts';
import { card } from '../../domain/card.ts';
import { loan } from '../../domain/loan/loan.ts';
import { patron } from '../../domain/patron.ts';
import { shelf, shelvesOf } from '../../domain/shelf.ts';
import { volume } from '../../domain/volume.ts';
import type { BorrowRequest } from './request.ts';

interface Needs {
  newLoanId: () => LoanId;
  limits: BorrowLimits;
  decide: ReturnType<typeof commandLoop>;
}

/** Everything the decision rests on is in one commit with it: no copy is lent twice, and none of a withdrawn volume. */
export const borrow =
  ({ newLoanId, limits, decide }: Needs) =>
  ({ memberId, items }: BorrowRequest & { memberId: MemberId }, context: CommandContext) => {
    const loanId = newLoanId();
    const volumeIds = items.map(({ volumeId }) => volumeId);
    const sources = {
      loan: beginning('loan', loanId, loan),
      patron: from('patron', memberId, patron),
      card: from('card', memberId, card),
      volumes: volumeIds.map((volumeId) => from('volume', volumeId, volume)),
      shelves: volumeIds.map((volumeId) => from('shelf', volumeId, shelf)),
    };
    return decide(context, sources, (states) => {
      const shelves = shelvesOf(items, states.shelves);
      const decision = decideBorrow({ loanId, now: context.now }, { ...states, memberId, shelves, limits });
      if (decision.outcome === 'rejected') return decision;
      return { outcome: 'accepted', events: decision.events, answer: answerOf(decision.events.loan[0]) };
    });
  };

const answerOf = ({ data: { loanId, memberId, cardId, borrowedOn, dueOn, items } }: LoanOpened) => ({
  loanId,
  memberId,
  cardId,
  borrowedOn,
  dueOn,
  items: items.map(({ volumeId, copyId, title }) => ({ volumeId, copyId, title })),
  status: 'open' as const,
});
