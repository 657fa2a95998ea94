import { describe, it } from 'vitest';
import { HoldId, MemberId } from '../../../../events/ids.ts';
import { yen } from '../../../../events/money.ts';
import { emptyShelf, type Shelf } from '../../../../events/shelf.ts';
import { fold } from '../../../platform/decider.ts';
import { givenState } from '../../../platform/given.ts';
import { type LoanEvent, loan } from '../loan/loan.ts';
import { aki, day, item, loanId, noonOf, opened, renewed } from '../loan/phrases.ts';
import { decideRenew } from './decide-renew.ts';

const { volumeId } = item('v1');
const someone = { holdId: HoldId.parse('h1'), memberId: MemberId.parse('mei'), title: 't', place: 1 };
const returned: LoanEvent = {
  type: 'lending.loan-returned',
  data: { loanId, memberId: aki, returnedOn: day('2026-05-02'), daysLate: 0, lateFee: yen(0), items: [] },
};
const lentWith = (shelf: Shelf, ...more: readonly LoanEvent[]) => {
  const state = fold(loan, [opened('v1'), ...more]);
  if (state.status === 'unknown') throw new Error('it was opened');
  return givenState(decideRenew)({ loan: state, shelves: [{ volumeId, shelf }] });
};
const wanted = { ...emptyShelf, waiting: [someone] };
const inTime = { now: noonOf('2026-05-15') };
const late = { now: noonOf('2026-05-16') };

describe('renewing', () => {
  it('moves the due date by seven days, for the loan and for the member', () =>
    lentWith(emptyShelf)
      .when(inTime)
      .thenEvents({
        loan: [renewed],
        patron: [{ type: 'lending.patron-renewed', data: { memberId: aki, loanId, dueOn: day('2026-05-22') } }],
      }));
  it('is possible while a copy is put aside and nobody else waits', () =>
    lentWith({
      ...emptyShelf,
      offers: [{ ...someone, copyId: item('v1').copyId, readyUntil: '2026-05-20T00:00:00.000Z' }],
    })
      .when(inTime)
      .thenAccepted(() => {}));
  it('is refused when somebody waits', () => lentWith(wanted).when(inTime).thenRejected('volume-wanted'));
  it('is refused a second time, before it is asked who waits', () =>
    lentWith(wanted, renewed).when(inTime).thenRejected('renewed-before'));
  it('is refused when the loan is overdue, before it is asked whether it was renewed', () => {
    lentWith(wanted).when(late).thenRejected('overdue-loan');
    lentWith(wanted, renewed)
      .when({ now: noonOf('2026-05-23') })
      .thenRejected('overdue-loan');
  });
  it('is refused for a loan that came back, before anything else', () =>
    lentWith(wanted, returned).when(late).thenRejected('already-returned'));
});
