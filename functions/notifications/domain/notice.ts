import type { AccountRegistered } from '../../../events/accounts/account-registered.ts';
import type { Language } from '../../../events/accounts/language.ts';
import type { NoticeKind } from '../../../events/accounts/notice-kind.ts';
import type { MemberId, ProductId, VolumeId } from '../../../events/ids.ts';
import type { HoldOffered } from '../../../events/lending/hold-offered.ts';
import type { LoanBecameOverdue } from '../../../events/lending/loan-became-overdue.ts';
import type { LoanDueSoon } from '../../../events/lending/loan-due-soon.ts';
import type { LoanOpened } from '../../../events/lending/loan-opened.ts';
import type { LoanReturned } from '../../../events/lending/loan-returned.ts';
import type { CardExpiring } from '../../../events/membership/card-expiring.ts';
import type { OrderCancelled } from '../../../events/shop/order-cancelled.ts';
import type { OrderConfirmed } from '../../../events/shop/order-confirmed.ts';
import type { OrderFailed } from '../../../events/shop/order-failed.ts';
import type { OrderShipped } from '../../../events/shop/order-shipped.ts';
import type { StockRanLow } from '../../../events/shop/stock-ran-low.ts';
import { wordsIn } from './words/words.ts';

/** What an order gives its member to know. */
export type OrderNews = OrderConfirmed | OrderCancelled | OrderFailed | OrderShipped;

/** The events that give a member something to know; of low stock every librarian is told. */
export type NoticedEvent =
  | AccountRegistered
  | LoanOpened
  | LoanDueSoon
  | LoanBecameOverdue
  | LoanReturned
  | HoldOffered
  | CardExpiring
  | OrderNews
  | StockRanLow;

/** Something that a notice names, with its page on the library's site. */
export interface Named {
  title: string;
  link: string;
}

/** What a member is told, in one language: a title of one line, the things it is about if it is about any, some lines, and where to go on. */
export interface Notice {
  memberId: MemberId;
  kind: NoticeKind;
  language: Language;
  title: string;
  things: readonly Named[];
  lines: readonly string[];
  /** What the button to `link` says. */
  button: string;
  /** A path on the library's site. */
  link: string;
}

const kinds = {
  'accounts.account-registered': 'welcome',
  'lending.loan-opened': 'borrowed',
  'lending.loan-returned': 'returned',
  'lending.loan-due-soon': 'due-soon',
  'lending.loan-became-overdue': 'overdue',
  'lending.hold-offered': 'hold-ready',
  'membership.card-expiring': 'card-expiring',
  'shop.order-confirmed': 'order-confirmed',
  'shop.order-cancelled': 'order-cancelled',
  'shop.order-failed': 'order-cancelled',
  'shop.order-shipped': 'order-shipped',
  'shop.stock-ran-low': 'low-stock',
} as const satisfies Record<NoticedEvent['type'], NoticeKind>;

/** The page of a volume. */
export const pageOf = (volumeId: VolumeId): string => `/volumes/${volumeId}`;

/** The one thing that an event gives a member to know. */
export const noticeOf = (event: NoticedEvent, memberId: MemberId, language: Language): Notice => ({
  memberId,
  kind: kinds[event.type],
  language,
  things: thingsIn(event),
  link: linkOf(event),
  ...wordsIn(language).toldOf(event),
});

const productPage = (productId: ProductId): string => `/shop/products/${productId}`;

const thingsIn = ({ type, data }: NoticedEvent): readonly Named[] => {
  if ('items' in data) return data.items.map(({ title, volumeId }) => ({ title, link: pageOf(volumeId) }));
  if ('lines' in data)
    return data.lines.map(({ name, quantity, productId }) => ({
      title: `${name} × ${quantity}`,
      link: productPage(productId),
    }));
  if (type === 'lending.hold-offered') return [{ title: data.title, link: pageOf(data.volumeId) }];
  return type === 'shop.stock-ran-low' ? [{ title: data.name, link: deskPage(data.productId) }] : [];
};

const deskPage = (productId: ProductId): string => `/desk/products/${productId}`;

const linkOf = ({ type, data }: NoticedEvent): string => {
  switch (type) {
    case 'accounts.account-registered':
      return '/';
    case 'lending.hold-offered':
      return pageOf(data.volumeId);
    case 'membership.card-expiring':
      return '/account';
    case 'lending.loan-opened':
    case 'lending.loan-due-soon':
    case 'lending.loan-became-overdue':
    case 'lending.loan-returned':
      return '/loans';
    case 'shop.order-confirmed':
    case 'shop.order-cancelled':
    case 'shop.order-failed':
    case 'shop.order-shipped':
      return `/orders/${data.orderId}`;
    case 'shop.stock-ran-low':
      return deskPage(data.productId);
  }
};

/** A notice as the inbox keeps it: one text of several lines. */
export const bodyOf = ({ things, lines }: Pick<Notice, 'things' | 'lines'>): string =>
  [...things.map(({ title }) => `- ${title}`), ...lines].join('\n');
