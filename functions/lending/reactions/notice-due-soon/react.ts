import { addDays, type BusinessDay } from '../../../../events/business-day.ts';
import type { Recorded } from '../../../../events/envelope.ts';
import type { LoanId } from '../../../../events/ids.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { ownEvents } from '../../../platform/one-stream.ts';
import { becauseOf } from '../../../platform/reaction-context.ts';
import { settled } from '../../../platform/settled.ts';
import { from } from '../../../platform/source.ts';
import { REMINDER_DAYS } from '../../domain/due-date.ts';
import { decideNoticeDueSoon } from '../../domain/loan/decide-notice-due-soon.ts';
import { loan } from '../../domain/loan/loan.ts';

interface Needs {
  /** Open loans due from one day to another, both inclusive. */
  openLoansDue: (days: { from: BusinessDay; to: BusinessDay }) => AsyncIterable<LoanId>;
  decide: ReturnType<typeof commandLoop>;
}

/** Each morning every open loan that is due soon is noticed; safe to repeat, because noticing twice says nothing. */
export const noticeLoansDueSoon =
  ({ openLoansDue, decide }: Needs) =>
  async (event: Recorded<HeardBy<'notice-due-soon'>>): Promise<void> => {
    const { day } = event.data;
    for await (const loanId of openLoansDue({ from: day, to: addDays(day, REMINDER_DAYS) }))
      await settled(
        decide(becauseOf(event, 'notice-due-soon', loanId), { own: from('loan', loanId, loan) }, ({ own }) =>
          ownEvents(decideNoticeDueSoon({ day }, own)),
        ),
      );
  };
