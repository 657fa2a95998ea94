import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Loading } from '../../components/loading.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { getOrder } from '../../features/orders/api/get-order.ts';
import { CancelOrderButton } from '../../features/orders/cancel-order-button.tsx';
import { DeskOrderFacts } from '../../features/orders/desk-order-facts.tsx';
import { OrderBadge } from '../../features/orders/order-badge.tsx';
import { mayBeCancelled } from '../../features/orders/order-end.ts';
import { OrderView } from '../order-view.tsx';

export default function DeskOrderPage() {
  const { t } = useTranslation();
  const { orderId = '' } = useParams();
  const order = useQuery(getOrder(orderId));
  if (order.isPending) return <Loading />;
  if (!order.data) return <ProblemNotice error={order.error} onRetry={() => void order.refetch()} />;
  return (
    <div className="order">
      <OrderBadge order={order.data} />
      <div className="desk-head">
        <PageHeading title={t('orders.one')} intro={t('orders.number', { number: orderId })} />
        <Link to="/desk/orders">{t('shopDesk.orders')}</Link>
      </div>
      <DeskOrderFacts order={order.data} />
      <OrderView order={order.data} />
      {mayBeCancelled(order.data) && (
        <p className="order-end">
          <CancelOrderButton orderId={orderId} />
        </p>
      )}
    </div>
  );
}
