import { describe, expect, it } from 'vitest';
import { BusinessDay } from '../../../../events/business-day.ts';
import type { Recorded } from '../../../../events/envelope.ts';
import { inMemoryEventStore } from '../../../platform/event-store/in-memory.ts';
import { recorded } from '../../../platform/listener/phrases.ts';
import { rowPerStream } from '../../../platform/projection.ts';
import { inMemoryViewStore } from '../../../platform/view-store/in-memory.ts';
import { openLoansDue } from '../../sweeps.ts';
import { loanSheet, shownLoan } from './project.ts';

const stream = 'main#loan#loan-1';
const loan = { loanId: 'loan-1', memberId: 'aki' };
const opened = (...volumes: readonly string[]) => {
  const items = volumes.map((id) => ({ volumeId: id, copyId: `${id}-1`, seriesId: 's1', title: 't', number: 1 }));
  const data = { ...loan, cardId: 'card', borrowedOn: '2026-05-01', dueOn: '2026-05-15', items };
  return { type: 'lending.loan-opened', data };
};
const renewed = { type: 'lending.loan-renewed', data: { ...loan, wasDueOn: '2026-05-15', dueOn: '2026-05-22' } };
const told = ({ type, data }: { type: string; data: unknown }, version: number) =>
  recorded(type, stream, version, data);
const sheetAfter = async (...events: readonly Recorded[]) => {
  const view = inMemoryViewStore();
  const apply = rowPerStream(loanSheet, view, inMemoryEventStore());
  for (const event of events) await apply(event);
  const { row } = await view.get({ pk: 'loan-1', sk: 'loan' });
  const due = (from: string, to: string) =>
    Array.fromAsync(openLoansDue(view, { from: BusinessDay.parse(from), to: BusinessDay.parse(to) }));
  return { shown: shownLoan(row), due };
};
const lost = (ended: unknown) => ({
  type: 'lending.loan-copy-lost',
  data: { ...loan, volumeId: 'v1', copyId: 'v1-1', lostOn: '2026-05-20', ended },
});
const fee = { daysLate: 5, lateFee: { amount: 1500, currency: 'JPY' } };

describe('the sheet of a loan', () => {
  it('is swept by the renewed date, and by no other', async () => {
    const { shown, due } = await sheetAfter(told(opened('v1'), 1), told(renewed, 2));
    expect(shown).toMatchObject({ dueOn: '2026-05-22', status: 'open' });
    expect(await due('2026-05-13', '2026-05-15')).toEqual([]);
    expect(await due('2026-05-20', '2026-05-22')).toEqual(['loan-1']);
  });

  it('stays open while a lost copy is not the last, and is then returned with its fee', async () => {
    const first = await sheetAfter(told(opened('v1', 'v2'), 1), told(lost(null), 2));
    expect(first.shown.status).toBe('open');
    const { shown, due } = await sheetAfter(told(opened('v1'), 1), told(lost(fee), 2));
    expect(shown).toMatchObject({ status: 'returned', returnedOn: '2026-05-20', ...fee });
    expect(await due('2026-05-01', '2026-05-31')).toEqual([]);
  });
});
