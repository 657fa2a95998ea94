import { describe, expect, it } from 'vitest';
import { BusinessDay } from '../../../../events/business-day.ts';
import type { Recorded } from '../../../../events/envelope.ts';
import { MemberId } from '../../../../events/ids.ts';
import { inMemoryEventStore } from '../../../platform/event-store/in-memory.ts';
import { recorded } from '../../../platform/listener/phrases.ts';
import { rowPerStream } from '../../../platform/projection.ts';
import { inMemoryViewStore } from '../../../platform/view-store/in-memory.ts';
import { records } from './project.ts';
import { seenLoan } from './seen-loan.ts';
import { shownRecord } from './shown-record.ts';

const day = (text: string) => BusinessDay.parse(text);
const aki = MemberId.parse('aki');
const loan = { loanId: 'l1', memberId: 'aki' };
const items = [{ volumeId: 'v1', copyId: 'c1', seriesId: 's1', title: '月の図書館 1', number: 1 }];
const stream = 'main#loan#l1';
const opened = recorded('lending.loan-opened', stream, 1, {
  ...loan,
  cardId: 'k',
  borrowedOn: '2026-05-01',
  dueOn: '2026-05-15',
  items,
});
const overdue = recorded('lending.loan-became-overdue', stream, 2, {
  ...loan,
  dueOn: '2026-05-15',
  noticedOn: '2026-05-16',
  items,
});
const returned = recorded('lending.loan-returned', stream, 3, {
  ...loan,
  returnedOn: '2026-05-19',
  daysLate: 4,
  lateFee: { amount: 1000, currency: 'JPY' },
  items,
});

const rowAfter = async (...events: readonly Recorded[]) => {
  const view = inMemoryViewStore();
  const apply = rowPerStream(records, view, inMemoryEventStore());
  for (const event of events) await apply(event);
  return (await view.get({ pk: 'aki', sk: 'l1' })).row;
};

describe('a borrowing record', () => {
  it('shows the loan with its titles, and null for what is not there yet', async () => {
    expect(shownRecord(await rowAfter(opened), day('2026-05-15'))).toEqual({
      loanId: 'l1',
      borrowedOn: '2026-05-01',
      dueOn: '2026-05-15',
      returnedOn: null,
      daysLate: null,
      lateFee: null,
      status: 'open',
      items: [{ volumeId: 'v1', title: '月の図書館 1', subtitle: null, number: 1, coverUrl: null }],
    });
  });

  it('is due, and overdue, by the renewed date', async () => {
    const renewed = recorded('lending.loan-renewed', stream, 2, {
      ...loan,
      wasDueOn: '2026-05-15',
      dueOn: '2026-05-22',
    });
    const row = await rowAfter(opened, renewed);
    expect(shownRecord(row, day('2026-05-22'))).toMatchObject({ status: 'open', dueOn: '2026-05-22' });
    expect(shownRecord(row, day('2026-05-23')).status).toBe('overdue');
  });

  it('ends without a copy that was lost, when it was the last one out', async () => {
    const lost = { ...loan, volumeId: 'v1', copyId: 'c1', lostOn: '2026-05-10' };
    const fee = { daysLate: 0, lateFee: { amount: 0, currency: 'JPY' } };
    const one = recorded('lending.loan-copy-lost', stream, 2, { ...lost, ended: null });
    const last = recorded('lending.loan-copy-lost', stream, 2, { ...lost, ended: fee });
    expect(shownRecord(await rowAfter(opened, one), day('2026-05-11')).status).toBe('open');
    expect(shownRecord(await rowAfter(opened, last), day('2026-05-11'))).toMatchObject({
      status: 'returned',
      returnedOn: '2026-05-10',
      ...fee,
    });
  });

  it('is overdue from the first late day, before anybody noticed', async () => {
    expect(shownRecord(await rowAfter(opened), day('2026-05-16')).status).toBe('overdue');
  });

  it('stays overdue once that was noticed, whatever day the reader has', async () => {
    expect(shownRecord(await rowAfter(opened, overdue), day('2026-05-15')).status).toBe('overdue');
  });

  it('shows what the return cost, and is not overdue any more', async () => {
    const shown = shownRecord(await rowAfter(opened, overdue, returned), day('2026-06-30'));
    expect(shown).toMatchObject({
      status: 'returned',
      returnedOn: '2026-05-19',
      daysLate: 4,
      lateFee: { amount: 1000, currency: 'JPY' },
    });
  });
});

describe('a reader of records with a consistency token', () => {
  const metadata = opened.metadata;
  const lent = async () => {
    const store = inMemoryEventStore();
    const { head } = await store.read(stream);
    await store.commit({ id: 'x', appends: [{ head, events: [opened] }], metadata });
    return store;
  };

  it('waits for their own loan until the row shows it', async () => {
    const [view, store] = [inMemoryViewStore(), await lent()];
    expect(await seenLoan(view, store, aki)(stream)).toBe(0);
    await rowPerStream(records, view, store)(opened);
    expect(await seenLoan(view, store, aki)(stream)).toBe(1);
  });

  it('does not wait for the loan of somebody else, which never comes to their records', async () => {
    const librarian = MemberId.parse('librarian');
    expect(await seenLoan(inMemoryViewStore(), await lent(), librarian)(stream)).toBe(Number.POSITIVE_INFINITY);
  });

  it('waits for a loan that nobody knows', async () => {
    expect(await seenLoan(inMemoryViewStore(), inMemoryEventStore(), aki)('main#loan#none')).toBe(0);
  });
});
