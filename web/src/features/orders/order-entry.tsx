import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../lib/language.ts';
import { writtenInstant, writtenMoney } from '../../lib/written.ts';
import type { Order } from './order.ts';
import { OrderBadge } from './order-badge.tsx';

/** One order in a list: where it stands, what is on it, and what it costs. */
export const OrderEntry = ({ order, to }: { order: Order; to: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { items, total, placedAt } = order;
  return (
    <li className="order-entry">
      <div>
        <OrderBadge order={order} />
        <p className="entry-title">
          <Link to={to}>{items.map(({ name, quantity }) => `${name} × ${quantity}`).join(t('orders.and'))}</Link>
        </p>
        <p className="muted">
          <time dateTime={placedAt}>{writtenInstant(placedAt, language)}</time>
        </p>
      </div>
      <strong className="order-total">{writtenMoney(total, language)}</strong>
    </li>
  );
};
