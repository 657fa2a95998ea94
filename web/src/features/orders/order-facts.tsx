import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/language.ts';
import { writtenDay, writtenMoney } from '../../lib/written.ts';
import type { Order } from './order.ts';

const useFacts = ({ payment, shipment }: Order) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return [
    [t('orders.payment'), payment && t(`orders.payments.${payment.status}`)],
    [t('orders.card'), payment && `•••• ${payment.last4}`],
    [t('orders.refunded'), payment && payment.refunded.amount > 0 && writtenMoney(payment.refunded, language)],
    [t('orders.carrier'), shipment?.carrier],
    [t('orders.tracking'), shipment?.trackingNumber],
    [t('orders.arrives'), shipment && writtenDay(shipment.estimatedOn, language)],
  ] as const;
};

/** Payment and parcel of an order, as far as there are any. */
export const OrderFacts = ({ order }: { order: Order }) => (
  <dl className="facts">
    {useFacts(order).map(([name, fact]) =>
      fact ? (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{fact}</dd>
        </div>
      ) : null,
    )}
  </dl>
);
