import { describe, expect, it } from 'vitest';
import type { LoanDueSoon } from '../../../../events/lending/loan-due-soon.ts';
import { yen } from '../../../../events/money.ts';
import { given } from '../../../platform/given.ts';
import { decideNoticeDueSoon } from './decide-notice-due-soon.ts';
import { decideNoticeOverdue } from './decide-notice-overdue.ts';
import { decideSettleLostCopy } from './decide-settle-lost-copy.ts';
import { loan } from './loan.ts';
import { aki, day, item, loanId, noonOf, opened, renewed } from './phrases.ts';

describe('a loan that is due soon', () => {
  const history = given(decideNoticeDueSoon, loan);
  const told = (dueOn: string, noticedOn: string): LoanDueSoon => ({
    type: 'lending.loan-due-soon',
    data: { loanId, memberId: aki, dueOn: day(dueOn), noticedOn: day(noticedOn), items: [item('v1')] },
  });

  it('is told two days before, and not earlier', () => {
    history(opened('v1'))
      .when({ day: day('2026-05-12') })
      .thenEvents([]);
    history(opened('v1'))
      .when({ day: day('2026-05-13') })
      .thenEvents([told('2026-05-15', '2026-05-13')]);
  });

  it('is still told when the day was skipped, up to the due date', () => {
    history(opened('v1'))
      .when({ day: day('2026-05-15') })
      .thenEvents([told('2026-05-15', '2026-05-15')]);
    history(opened('v1'))
      .when({ day: day('2026-05-16') })
      .thenEvents([]);
  });

  it('is told once, also when it is renewed afterwards', () => {
    const noticed = [opened('v1'), told('2026-05-15', '2026-05-13')] as const;
    history(...noticed)
      .when({ day: day('2026-05-14') })
      .thenEvents([]);
    history(...noticed, renewed)
      .when({ day: day('2026-05-20') })
      .thenEvents([]);
  });

  it('is told by the renewed date', () => {
    history(opened('v1'), renewed)
      .when({ day: day('2026-05-13') })
      .thenEvents([]);
    history(opened('v1'), renewed)
      .when({ day: day('2026-05-20') })
      .thenEvents([told('2026-05-22', '2026-05-20')]);
  });
});

describe('a renewed loan', () => {
  it('is overdue by the new date', () => {
    const history = given(decideNoticeOverdue, loan)(opened('v1'), renewed);
    history.when({ day: day('2026-05-22') }).thenEvents([]);
    history.when({ day: day('2026-05-23') }).thenAccepted((events) => expect(events).toHaveLength(1));
  });
});

describe('a copy that will not come back', () => {
  const history = given(decideSettleLostCopy, loan);
  const lost = { loanId, memberId: aki, volumeId: item('v1').volumeId, copyId: item('v1').copyId };
  const onTime = { copyId: lost.copyId, now: noonOf('2026-05-10') };

  it('leaves the loan and its member with the other items', () =>
    history(opened('v1', 'v2'))
      .when(onTime)
      .thenEvents({
        loan: [{ type: 'lending.loan-copy-lost', data: { ...lost, lostOn: day('2026-05-10'), ended: null } }],
        patron: [{ type: 'lending.patron-copy-lost', data: { memberId: aki, loanId, volumeId: lost.volumeId } }],
      }));

  it('ends the loan when it was the last, with the late fee of that day', () =>
    history(opened('v1'))
      // A Tuesday; Saturday 16 May is charged, Sunday and Monday are not.
      .when({ ...onTime, now: noonOf('2026-05-19') })
      .thenAccepted(({ loan: [event], patron }) => {
        expect(event?.data).toMatchObject({ lostOn: '2026-05-19', ended: { daysLate: 4, lateFee: yen(1000) } });
        expect(patron).toEqual([{ type: 'lending.patron-brought-back', data: { memberId: aki, loanId } }]);
      }));

  it('changes nothing for a loan that it is not with', () =>
    history(opened('v2')).when(onTime).thenEvents({ loan: [], patron: [] }));
});
