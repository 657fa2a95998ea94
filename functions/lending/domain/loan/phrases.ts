import { BusinessDay } from '../../../../events/business-day.ts';
import { CardId, CopyId, LoanId, MemberId, SeriesId, VolumeId } from '../../../../events/ids.ts';
import type { LoanItem } from '../../../../events/lending/loan-item.ts';
import type { LoanOpened } from '../../../../events/lending/loan-opened.ts';
import type { LoanRenewed } from '../../../../events/lending/loan-renewed.ts';

/** Words of the tests about one loan: borrowed on 1 May, due on 15 May. */
export const day = (text: string): BusinessDay => BusinessDay.parse(text);
/** Noon in Tokyo. */
export const noonOf = (text: string): Date => new Date(`${text}T03:00:00Z`);
export const loanId = LoanId.parse('loan-1');
export const aki = MemberId.parse('aki');
const dates = { borrowedOn: day('2026-05-01'), dueOn: day('2026-05-15') };

export const item = (id: string): LoanItem => ({
  volumeId: VolumeId.parse(id),
  copyId: CopyId.parse(`${id}-1`),
  seriesId: SeriesId.parse('s1'),
  title: `Title of ${id}`,
  number: 1,
});
export const opened = (...volumes: readonly string[]): LoanOpened => ({
  type: 'lending.loan-opened',
  data: { loanId, memberId: aki, cardId: CardId.parse('card'), ...dates, items: volumes.map(item) },
});
export const renewed: LoanRenewed = {
  type: 'lending.loan-renewed',
  data: { loanId, memberId: aki, wasDueOn: dates.dueOn, dueOn: day('2026-05-22') },
};
