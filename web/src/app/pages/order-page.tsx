import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loading } from '../../components/loading.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { getOrder } from '../../features/orders/api/get-order.ts';
import { CancelOrderButton } from '../../features/orders/cancel-order-button.tsx';
import { OrderBadge } from '../../features/orders/order-badge.tsx';
import { mayBeCancelled } from '../../features/orders/order-end.ts';
import { BasketAgain } from '../../features/shop/basket-again.tsx';
import { DeskLink } from '../desk-link.tsx';
import { OrderView } from '../order-view.tsx';

export default function OrderPage() {
  const { t } = useTranslation();
  const { orderId = '' } = useParams();
  const order = useQuery(getOrder(orderId));
  if (order.isPending) return <Loading />;
  if (!order.data) return <ProblemNotice error={order.error} onRetry={() => void order.refetch()} />;
  const { status, items } = order.data;
  return (
    <div className="order">
      <OrderBadge order={order.data} />
      <PageHeading title={t('orders.one')} intro={t('orders.number', { number: orderId })} />
      <OrderView order={order.data} />
      <p className="order-end">
        {mayBeCancelled(order.data) && <CancelOrderButton orderId={orderId} />}
        {(status === 'cancelled' || status === 'failed') && <BasketAgain items={items} />}
      </p>
      <DeskLink to={`/desk/orders/${orderId}`} />
    </div>
  );
}
