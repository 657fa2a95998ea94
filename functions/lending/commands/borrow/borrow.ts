import type { LoanId, MemberId } from '../../../../events/ids.ts';
import type { LoanOpened } from '../../../../events/lending/loan-opened.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { beginning, consulting, from } from '../../../platform/source.ts';
import { decideBorrow } from '../../domain/borrow/decide-borrow.ts';
import { card } from '../../domain/card.ts';
import { loan } from '../../domain/loan/loan.ts';
import { patron } from '../../domain/patron.ts';
import { shelf } from '../../domain/shelf.ts';
import { volume } from '../../domain/volume.ts';
import type { BorrowRequest } from './request.ts';

interface Needs {
  newLoanId: () => LoanId;
  decide: ReturnType<typeof commandLoop>;
}

/** Everything the decision rests on is in one commit with it, so that no copy can be lent twice. */
export const borrow =
  ({ newLoanId, decide }: Needs) =>
  ({ memberId, items }: BorrowRequest & { memberId: MemberId }, context: CommandContext) => {
    const loanId = newLoanId();
    const volumeIds = items.map(({ volumeId }) => volumeId);
    const sources = {
      loan: beginning('loan', loanId, loan),
      patron: from('patron', memberId, patron),
      card: from('card', memberId, card),
      volumes: volumeIds.map((volumeId) => consulting('volume', volumeId, volume)),
      shelves: volumeIds.map((volumeId) => from('shelf', volumeId, shelf)),
    };
    return decide(context, sources, (states) => {
      const shelves = volumeIds.flatMap((volumeId, index) => {
        const found = states.shelves[index];
        return found ? [{ volumeId, shelf: found }] : [];
      });
      const decision = decideBorrow({ loanId, memberId, now: context.now }, { ...states, shelves });
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
