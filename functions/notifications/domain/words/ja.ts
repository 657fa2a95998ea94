import type { Money } from '../../../../events/money.ts';
import type { NoticedEvent } from '../notice.ts';
import { minuteInTokyo } from './minute-in-tokyo.ts';
import { toldOfOrder } from './orders-ja.ts';
import type { Told, Words } from './words.ts';

const LOANS = '貸出状況を見る';

const toldOf = (event: NoticedEvent): Told => {
  switch (event.type) {
    case 'accounts.account-registered':
      return {
        title: '文庫へようこそ',
        lines: ['会員カードを作成しています。カードができると、5冊まで14日間借りられます。'],
        button: '読みたい本を探す',
      };
    case 'lending.loan-opened':
      return {
        title: '貸出のお知らせ',
        lines: [`返却期限は${event.data.dueOn}です。期限までにご返却ください。`],
        button: LOANS,
      };
    case 'lending.loan-due-soon':
      return {
        title: 'まもなく返却期限です',
        lines: [`返却期限は${event.data.dueOn}です。予約している方がいなければ、1回だけ延長できます。`],
        button: LOANS,
      };
    case 'lending.loan-became-overdue':
      return {
        title: '返却期限を過ぎています',
        lines: [`返却期限は${event.data.dueOn}でした。返却されるまで新しい貸出はできません。`],
        button: LOANS,
      };
    case 'lending.loan-returned':
      return { title: '返却を受け付けました', lines: [returned(event.data)], button: LOANS };
    case 'lending.hold-offered':
      return {
        title: '予約した本の用意ができました',
        lines: [`${minuteInTokyo(event.data.readyUntil)}(日本時間)までお取り置きしています。`],
        button: '今すぐ借りる',
      };
    case 'membership.card-expiring':
      return {
        title: '会員カードの有効期限が近づいています',
        lines: [`有効期限は${event.data.validUntil}です。更新するとさらに2年間使えます。`],
        button: 'カードを更新する',
      };
    case 'shop.order-confirmed':
    case 'shop.order-cancelled':
    case 'shop.order-failed':
    case 'shop.order-shipped':
      return toldOfOrder(event);
    case 'shop.stock-ran-low':
      return {
        title: '在庫が少なくなっています',
        lines: [`販売できる在庫は残り${event.data.stock}点です(警告の基準:${event.data.alertLevel}点)。`],
        button: '商品を見る',
      };
  }
};

const returned = ({ daysLate, lateFee }: { daysLate: number; lateFee: Money }): string =>
  daysLate === 0
    ? '期限内のご返却ありがとうございます。'
    : `${daysLate}日遅れの返却です。延滞料は${lateFee.amount}円です。`;

export const japanese: Words = {
  toldOf,
  greeting: (name) => `${name} 様`,
  popular: 'いまよく借りられている本',
  goodbye: 'あなたの図書館、文庫より',
  because: 'このメールは、図書館の会員の方にお送りしています。',
  unsubscribe: 'この種類のメールの配信を停止する',
};
