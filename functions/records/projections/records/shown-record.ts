import * as z from 'zod';
import type { BusinessDay } from '../../../../events/business-day.ts';
import { RecordRow, RecordStatus } from './view.ts';

const { loanId, borrowedOn, dueOn, returnedOn, daysLate, lateFee, items } = RecordRow.shape;
const { volumeId, title, subtitle, number, coverUrl } = items.element.shape;

/** A record as its member sees it: null for what is not there yet. */
export const ShownRecord = z.object({
  loanId,
  borrowedOn,
  dueOn,
  returnedOn: returnedOn.unwrap().nullable(),
  daysLate: daysLate.unwrap().nullable(),
  lateFee: lateFee.unwrap().nullable(),
  status: RecordStatus,
  items: z.array(
    z.object({
      volumeId,
      title,
      subtitle: subtitle.unwrap().nullable(),
      number,
      coverUrl: coverUrl.unwrap().nullable(),
    }),
  ),
});
export type ShownRecord = z.infer<typeof ShownRecord>;

/** A loan counts as overdue from the first late day, whether or not the morning's notice has come yet. */
const statusOn = (today: BusinessDay, { status, dueOn }: RecordRow): RecordStatus =>
  status === 'open' && dueOn < today ? 'overdue' : status;

/** What a row says to its member on a day. */
export const shownRecord = (row: unknown, today: BusinessDay): ShownRecord => {
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
