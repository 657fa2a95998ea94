import type { BusinessDay } from '../../events/business-day.ts';
import { LoanId, VolumeId } from '../../events/ids.ts';
import { everyRow } from '../platform/view-store/every-row.ts';
import type { ReadableView } from '../platform/view-store/port.ts';
import { OFFERED, OFFERS_BY_END } from './projections/holds/view.ts';
import { OPEN, OPEN_BY_DUE_DAY } from './projections/loan-sheet/view.ts';

type View = Pick<ReadableView, 'query'>;

/** Open loans by the days they are due, both inclusive. */
export async function* openLoansDue(sheet: View, days: { from?: BusinessDay; to: BusinessDay }): AsyncIterable<LoanId> {
  const range = { attribute: 'openDueOn', ...days };
  for await (const row of everyRow(sheet, { index: OPEN_BY_DUE_DAY, partition: ['openState', OPEN], range }))
    yield LoanId.parse(row.loanId);
}

/** Volumes of which a copy was put aside until then at most. */
export async function* volumesWithEndedOffers(holds: View, now: Date): AsyncIterable<VolumeId> {
  const range = { attribute: 'offeredUntil', to: now.toISOString() };
  for await (const row of everyRow(holds, { index: OFFERS_BY_END, partition: ['offeredState', OFFERED], range }))
    yield VolumeId.parse(row.volumeId);
}
