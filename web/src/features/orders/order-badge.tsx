import { useTranslation } from 'react-i18next';
import type { Order } from './order.ts';
import { standingOf } from './order-end.ts';

/** Where an order stands, in a word. */
export const OrderBadge = ({ order }: { order: Pick<Order, 'status' | 'shippedAt'> }) => {
  const { t } = useTranslation();
  const standing = standingOf(order);
  return <span className={`badge badge-order-${standing}`}>{t(`orders.statuses.${standing}`)}</span>;
};
