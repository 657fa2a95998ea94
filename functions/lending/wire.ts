import { v7 as uuid } from 'uuid';
import { LoanId } from '../../events/ids.ts';
import { streamName } from '../../events/stream-name.ts';
import { fold } from '../platform/decider.ts';
import { ownEvents } from '../platform/one-stream.ts';
import { becauseOf } from '../platform/reaction-context.ts';
import { settled } from '../platform/settled.ts';
import { from } from '../platform/source.ts';
import { decide, eventStore, view } from '../platform/wire.ts';
import { borrow } from './commands/borrow/borrow.ts';
import { giveBack } from './commands/give-back/give-back.ts';
import { decideNoticeOverdue } from './domain/loan/decide-notice-overdue.ts';
import { type Loan, type LoanEvent, loan } from './domain/loan/loan.ts';
import { OPEN, OPEN_BY_DUE_DAY } from './projections/loan-sheet/view.ts';
import { noticeOverdueLoans } from './reactions/notice-overdue/react.ts';

const readLoan = async (loanId: LoanId): Promise<Loan> => {
  const { events } = await eventStore.read(streamName('loan', loanId));
  return fold(loan, events as readonly LoanEvent[]);
};

async function* openLoansDueBefore(day: string): AsyncIterable<LoanId> {
  const sheet = view('loan-sheet');
  let after: Readonly<Record<string, string | number>> | undefined;
  do {
    const { rows, next } = await sheet.query({
      index: OPEN_BY_DUE_DAY,
      partition: ['openState', OPEN],
      range: { attribute: 'openDueOn', to: day },
      limit: 100,
      ...(after && { after }),
    });
    for (const row of rows) yield LoanId.parse(row.loanId);
    after = next;
  } while (after);
}

/** The one place in this domain that knows what stands behind the ports. */
export const lending = {
  borrow: borrow({ newLoanId: () => LoanId.parse(uuid()), decide }),
  giveBack: giveBack({ readLoan, decide }),
  noticeOverdueLoans: noticeOverdueLoans({
    openLoansDueBefore,
    noticeOverdue: (loanId, event) =>
      settled(
        decide(becauseOf(event, 'notice-overdue', loanId), { own: from('loan', loanId, loan) }, ({ own }) =>
          ownEvents(decideNoticeOverdue({ day: event.data.day }, own)),
        ),
      ),
  }),
};
