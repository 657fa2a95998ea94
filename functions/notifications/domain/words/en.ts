import type { Money } from '../../../../events/money.ts';
import type { NoticedEvent } from '../notice.ts';
import { minuteInTokyo } from './minute-in-tokyo.ts';
import { toldOfOrder } from './orders-en.ts';
import type { Told, Words } from './words.ts';

const LOANS = 'See your loans';

const toldOf = (event: NoticedEvent): Told => {
  switch (event.type) {
    case 'accounts.account-registered':
      return {
        title: 'Welcome to Bunko',
        lines: ['Your member card is being made out. With it you may have up to five volumes at home for 14 days.'],
        button: 'Find something to read',
      };
    case 'lending.loan-opened':
      return {
        title: 'You borrowed from the library',
        lines: [`Please bring everything back by ${event.data.dueOn}.`],
        button: LOANS,
      };
    case 'lending.loan-due-soon':
      return {
        title: 'Your loan is due soon',
        lines: [`It is due on ${event.data.dueOn}. You can renew it once, unless somebody is waiting for it.`],
        button: LOANS,
      };
    case 'lending.loan-became-overdue':
      return {
        title: 'Your loan is overdue',
        lines: [`It was due on ${event.data.dueOn}. Please bring it back; until then you cannot borrow.`],
        button: LOANS,
      };
    case 'lending.loan-returned':
      return { title: 'Your loan came back', lines: [returned(event.data)], button: LOANS };
    case 'lending.hold-offered':
      return {
        title: 'Your hold is ready',
        lines: [`A copy is put aside for you until ${minuteInTokyo(event.data.readyUntil)} (Tokyo).`],
        button: 'Borrow it now',
      };
    case 'membership.card-expiring':
      return {
        title: 'Your member card expires soon',
        lines: [`It is valid through ${event.data.validUntil}. Renew it for two more years.`],
        button: 'Renew your card',
      };
    case 'shop.order-confirmed':
    case 'shop.order-cancelled':
    case 'shop.order-failed':
    case 'shop.order-shipped':
      return toldOfOrder(event);
    case 'shop.stock-ran-low':
      return {
        title: 'Stock is low',
        lines: [`${event.data.stock} left to be sold; the alert level is ${event.data.alertLevel}.`],
        button: 'See the product',
      };
  }
};

const returned = ({ daysLate, lateFee }: { daysLate: number; lateFee: Money }): string =>
  daysLate === 0
    ? 'It came back in time. Thank you.'
    : `It came back ${daysLate} ${daysLate === 1 ? 'day' : 'days'} late; the late fee is ${lateFee.currency} ${lateFee.amount}.`;

export const english: Words = {
  toldOf,
  greeting: (name) => `Dear ${name},`,
  popular: 'Borrowed most right now',
  goodbye: 'Bunko, your library',
  because: 'You get this mail because you are a member of the library.',
  unsubscribe: 'No more mails of this kind',
};
