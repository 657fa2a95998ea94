import type { AccountRegistered } from '../../../events/accounts/account-registered.ts';
import type { MemberId } from '../../../events/ids.ts';
import type { LoanBecameOverdue } from '../../../events/lending/loan-became-overdue.ts';
import type { LoanItem } from '../../../events/lending/loan-item.ts';
import type { LoanOpened } from '../../../events/lending/loan-opened.ts';
import type { LoanReturned } from '../../../events/lending/loan-returned.ts';

export type NoticeKind = 'welcome' | 'borrowed' | 'returned' | 'overdue';
export type NoticedEvent = AccountRegistered | LoanOpened | LoanReturned | LoanBecameOverdue;

/** What a member is told: `title` is one line, `body` may have several; a Japanese line ends each. */
export interface Notice {
  memberId: MemberId;
  kind: NoticeKind;
  title: string;
  body: string;
  /** A path on the library's site. */
  link: string;
}

const LOANS = '/loans';

/** The one thing that an event gives its member to know. */
export const noticeOf = (event: NoticedEvent): Notice => {
  const { memberId } = event.data;
  switch (event.type) {
    case 'accounts.account-registered':
      return {
        memberId,
        kind: 'welcome',
        title: 'Welcome to Bunko',
        body: lines('Your member card is being made out.', '文庫へようこそ。会員カードを作成しています。'),
        link: '/',
      };
    case 'lending.loan-opened':
      return borrowed(memberId, event.data);
    case 'lending.loan-returned':
      return returned(memberId, event.data);
    case 'lending.loan-became-overdue':
      return overdue(memberId, event.data);
  }
};

const borrowed = (memberId: MemberId, { dueOn, items }: LoanOpened['data']): Notice => ({
  memberId,
  kind: 'borrowed',
  title: 'You borrowed from the library',
  body: lines(...titles(items), `Please bring everything back by ${dueOn}.`, `返却期限は${dueOn}です。`),
  link: LOANS,
});

const returned = (memberId: MemberId, { items, lateFee, daysLate }: LoanReturned['data']): Notice => ({
  memberId,
  kind: 'returned',
  title: 'Your loan came back',
  body: lines(
    ...titles(items),
    daysLate === 0
      ? 'It came back in time. Thank you.'
      : `It came back ${daysLate} ${daysLate === 1 ? 'day' : 'days'} late; the late fee is ${lateFee.currency} ${lateFee.amount}.`,
    daysLate === 0
      ? '期限内のご返却ありがとうございます。'
      : `${daysLate}日遅れの返却です。延滞料は${lateFee.amount}円です。`,
  ),
  link: LOANS,
});

const overdue = (memberId: MemberId, { dueOn, items }: LoanBecameOverdue['data']): Notice => ({
  memberId,
  kind: 'overdue',
  title: 'Your loan is overdue',
  body: lines(
    ...titles(items),
    `It was due on ${dueOn}. Please bring it back; until then you cannot borrow.`,
    `返却期限は${dueOn}でした。返却されるまで新しい貸出はできません。`,
  ),
  link: LOANS,
});

const titles = (items: readonly LoanItem[]) => items.map(({ title }) => `- ${title}`);
const lines = (...all: string[]) => all.join('\n');
