import type { BusinessDay } from '../../../../events/business-day.ts';
import { RecordRow, type RecordStatus } from './view.ts';

/** A loan counts as overdue from the first late day, whether or not the morning's notice has come yet. */
const statusOn = (today: BusinessDay, { status, dueOn }: RecordRow): RecordStatus =>
  status === 'open' && dueOn < today ? 'overdue' : status;

/** What a row says to its member on a day: null for what is not there yet. */
export const shownRecord = (row: unknown, today: BusinessDay) => {
  const record = RecordRow.parse(row);
  const { loanId, borrowedOn, dueOn, returnedOn = null, daysLate = null, lateFee = null, items } = record;
  return {
    loanId,
    borrowedOn,
    dueOn,
    returnedOn,
    daysLate,
    lateFee,
    status: statusOn(today, record),
    items: items.map(({ volumeId, title, subtitle = null, number, coverUrl = null }) => ({
      volumeId,
      title,
      subtitle,
      number,
      coverUrl,
    })),
  };
};
