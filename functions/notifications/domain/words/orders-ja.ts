import type { Money } from '../../../../events/money.ts';
import type { Shipment } from '../../../../events/shop/shipment.ts';
import type { OrderNews } from '../notice.ts';
import { type Reason, reasonIn } from './reason.ts';
import type { Told } from './words.ts';

const ORDER = '注文を見る';

const because: Readonly<Record<Reason, string>> = {
  'card-declined': 'カードが承認されませんでした。',
  'insufficient-funds': 'カードの残高が不足しています。',
  'insufficient-stock': 'ご注文の商品の在庫が足りませんでした。',
  'invalid-address': 'お届け先の住所を確認できませんでした。',
  'carrier-refused': '配送会社が荷物を引き受けませんでした。',
  'cancelled-by-member': 'お申し出により取り消しました。',
  'payment-timeout': '時間内にお支払いを完了できませんでした。',
  'payment-unavailable': 'お支払いを完了できませんでした。',
  'shipping-timeout': '時間内に配送を手配できませんでした。',
  'shipping-unavailable': '配送を手配できませんでした。',
  'took-too-long': '時間内に手続きを完了できませんでした。',
  interrupted: '手続きを完了できませんでした。',
};

/** What an order is told with. */
export const toldOfOrder = (event: OrderNews): Told => {
  switch (event.type) {
    case 'shop.order-confirmed': {
      const { total, shipment } = event.data;
      return { title: 'ご注文が確定しました', lines: [`合計:${money(total)}`, parcel(shipment)], button: ORDER };
    }
    case 'shop.order-shipped':
      return { title: 'ご注文の商品を発送しました', lines: [parcel(event.data.shipment)], button: ORDER };
    case 'shop.order-cancelled':
    case 'shop.order-failed': {
      const { reason, refunded } = event.data;
      return { title: 'ご注文は取り消されました', lines: [because[reasonIn(reason)], back(refunded)], button: ORDER };
    }
  }
};

const YEN = new Intl.NumberFormat('ja');
const money = ({ amount }: Money): string => `${YEN.format(amount)}円`;

const parcel = ({ carrier, trackingNumber, estimatedOn }: Shipment): string =>
  `${carrier}がお届けします。お届け予定日は${estimatedOn}、追跡番号は${trackingNumber}です。`;

const back = (refunded: Money): string =>
  refunded.amount === 0 ? 'カードからの引き落としはありません。' : `${money(refunded)}をカードに返金しました。`;
