import { BusinessDay } from '../../../events/business-day.ts';
import {
  CardId,
  CopyId,
  HoldId,
  LoanId,
  MemberId,
  OrderId,
  ProductId,
  SeriesId,
  VolumeId,
} from '../../../events/ids.ts';
import { yen } from '../../../events/money.ts';
import type { NoticedEvent } from './notice.ts';
import { reasons } from './words/reason.ts';

/** Words of the notification tests. */
export const aki = MemberId.parse('aki');
const loanId = LoanId.parse('l1');
const day = (text: string) => BusinessDay.parse(text);
const itemOf = (title: string) => ({
  volumeId: VolumeId.parse('v1'),
  copyId: CopyId.parse('c1'),
  seriesId: SeriesId.parse('s1'),
  title,
  number: 1,
});

export const registered: NoticedEvent = {
  type: 'accounts.account-registered',
  data: { memberId: aki, name: 'Aki', email: 'aki@example.test', roles: ['member'] },
};
export const opened = (...titles: string[]): NoticedEvent => ({
  type: 'lending.loan-opened',
  data: {
    loanId,
    memberId: aki,
    cardId: CardId.parse('k1'),
    borrowedOn: day('2026-05-01'),
    dueOn: day('2026-05-15'),
    items: titles.map(itemOf),
  },
});
export const broughtBack = (daysLate: number, fee: number): NoticedEvent => ({
  type: 'lending.loan-returned',
  data: {
    loanId,
    memberId: aki,
    returnedOn: day('2026-05-19'),
    daysLate,
    lateFee: yen(fee),
    items: [itemOf('Moon 1')],
  },
});
export const becameOverdue: NoticedEvent = {
  type: 'lending.loan-became-overdue',
  data: { loanId, memberId: aki, dueOn: day('2026-05-15'), noticedOn: day('2026-05-16'), items: [itemOf('Moon 1')] },
};
export const dueSoon: NoticedEvent = {
  type: 'lending.loan-due-soon',
  data: { loanId, memberId: aki, dueOn: day('2026-05-15'), noticedOn: day('2026-05-13'), items: [itemOf('Moon 1')] },
};
export const offered: NoticedEvent = {
  type: 'lending.hold-offered',
  data: {
    holdId: HoldId.parse('h1'),
    memberId: aki,
    volumeId: VolumeId.parse('v1'),
    title: 'Moon 1',
    copyId: CopyId.parse('c1'),
    offeredAt: '2026-05-15T03:00:00.000Z',
    readyUntil: '2026-05-18T03:00:00.000Z',
  },
};
export const expiring: NoticedEvent = {
  type: 'membership.card-expiring',
  data: { cardId: CardId.parse('k1'), memberId: aki, validUntil: day('2028-04-30'), noticedOn: day('2028-03-31') },
};
const order = {
  orderId: OrderId.parse('o1'),
  memberId: aki,
  lines: [{ productId: ProductId.parse('p1'), name: 'Brass bookmark', unitPrice: yen(880), quantity: 2 }],
  total: yen(1760),
};
const shipment = { carrier: 'Yamaneko', trackingNumber: 'TRK0A1B2C3D', estimatedOn: '2026-05-04' };
export const orderConfirmed: NoticedEvent = { type: 'shop.order-confirmed', data: { ...order, shipment } };
export const orderShipped: NoticedEvent = { type: 'shop.order-shipped', data: { ...order, shipment } };
export const orderCancelled = (reason: string, refunded = 0): NoticedEvent => ({
  type: 'shop.order-cancelled',
  data: { ...order, reason, refunded: yen(refunded) },
});
export const orderFailed = (reason: string, refunded = 0): NoticedEvent => ({
  type: 'shop.order-failed',
  data: { ...order, reason, refunded: yen(refunded) },
});
export const ranLow: NoticedEvent = {
  type: 'shop.stock-ran-low',
  data: { productId: ProductId.parse('p1'), name: 'Brass bookmark', stock: 3, alertLevel: 5 },
};
/** One of each. */
export const everything: readonly NoticedEvent[] = [
  registered,
  opened('Moon 1'),
  dueSoon,
  becameOverdue,
  broughtBack(0, 0),
  broughtBack(2, 500),
  offered,
  expiring,
  orderConfirmed,
  orderShipped,
  ...reasons.map((reason) => orderCancelled(reason)),
  orderFailed('payment-timeout', 1760),
  ranLow,
];
