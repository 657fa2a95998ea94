import { v7 as uuid } from 'uuid';
import * as z from 'zod';
import { BusinessDay } from '../../events/business-day.ts';
import { HoldId, LoanId, MemberId, VolumeId } from '../../events/ids.ts';
import { streamName } from '../../events/stream-name.ts';
import { fold } from '../platform/decider.ts';
import { ownEvents } from '../platform/one-stream.ts';
import { becauseOf } from '../platform/reaction-context.ts';
import { settled } from '../platform/settled.ts';
import { from } from '../platform/source.ts';
import { decide, eventStore, view } from '../platform/wire.ts';
import { borrow } from './commands/borrow/borrow.ts';
import { cancelHold } from './commands/cancel-hold/cancel-hold.ts';
import { giveBack } from './commands/give-back/give-back.ts';
import { placeHold } from './commands/place-hold/place-hold.ts';
import { renew } from './commands/renew/renew.ts';
import { decideNoticeOverdue } from './domain/loan/decide-notice-overdue.ts';
import { type Loan, type LoanEvent, loan } from './domain/loan/loan.ts';
import { type PatronEvent, patron } from './domain/patron.ts';
import { limitsIn } from './limits.ts';
import { cancelHolds } from './reactions/cancel-holds/react.ts';
import { expireHolds } from './reactions/expire-holds/react.ts';
import { noticeLoansDueSoon } from './reactions/notice-due-soon/react.ts';
import { noticeOverdueLoans } from './reactions/notice-overdue/react.ts';
import { settleLostCopy } from './reactions/settle-lost-copy/react.ts';
import { openLoansDue, volumesWithEndedOffers } from './sweeps.ts';

const readLoan = async (loanId: LoanId): Promise<Loan> => {
  const { events } = await eventStore.read(streamName('loan', loanId));
  return fold(loan, events as readonly LoanEvent[]);
};

const holdsOf = async (memberId: MemberId) => {
  const { events } = await eventStore.read(streamName('patron', memberId));
  return fold(patron, events as readonly PatronEvent[]).holds;
};

const KnownHold = z.object({ volumeId: VolumeId, memberId: MemberId });
const findHold = async (holdId: HoldId, now: Date) =>
  KnownHold.optional().parse(await eventStore.held('hold', holdId, now));

/** The one place in this domain that knows what stands behind the ports. */
export const lending = {
  borrow: borrow({ newLoanId: () => LoanId.parse(uuid()), limits: limitsIn(process.env), decide }),
  giveBack: giveBack({ readLoan, decide }),
  renew: renew({ readLoan, decide }),
  placeHold: placeHold({
    newHoldId: () => HoldId.parse(uuid()),
    volumesWithHolds: async (memberId) => [...(await holdsOf(memberId)).values()],
    decide,
  }),
  cancelHold: cancelHold({ findHold, decide }),
  noticeOverdueLoans: noticeOverdueLoans({
    openLoansDueBefore: (day) => openLoansDue(view('loan-sheet'), { to: BusinessDay.parse(day) }),
    noticeOverdue: (loanId, event) =>
      settled(
        decide(becauseOf(event, 'notice-overdue', loanId), { own: from('loan', loanId, loan) }, ({ own }) =>
          ownEvents(decideNoticeOverdue({ day: event.data.day }, own)),
        ),
      ),
  }),
  noticeLoansDueSoon: noticeLoansDueSoon({ openLoansDue: (days) => openLoansDue(view('loan-sheet'), days), decide }),
  expireHolds: expireHolds({ volumesWithEndedOffers: (now) => volumesWithEndedOffers(view('holds'), now), decide }),
  cancelHolds: cancelHolds({ holdsOf, decide }),
  settleLostCopy: settleLostCopy({ readLoan, decide }),
};
