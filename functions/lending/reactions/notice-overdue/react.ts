import type { Recorded } from '../../../../events/envelope.ts';
import type { LoanId } from '../../../../events/ids.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';

interface Needs {
  /** Open loans due before a day, not yet noticed. */
  openLoansDueBefore: (day: string) => AsyncIterable<LoanId>;
  noticeOverdue: (loanId: LoanId, cause: Recorded<HeardBy<'notice-overdue'>>) => Promise<void>;
}

/** Each morning every open loan that was due before is noticed; safe to repeat, because noticing twice says nothing. */
export const noticeOverdueLoans =
  ({ openLoansDueBefore, noticeOverdue }: Needs) =>
  async (event: Recorded<HeardBy<'notice-overdue'>>): Promise<void> => {
    for await (const loanId of openLoansDueBefore(event.data.day)) await noticeOverdue(loanId, event);
  };
