import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyShelf } from '../../components/empty-shelf.tsx';
import { LoadMore } from '../../components/load-more.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { itemsOf } from '../../lib/page-of.ts';
import { listMyOrders } from './api/list-my-orders.ts';
import { OrderEntry } from './order-entry.tsx';

/** What the member ordered. */
export const MyOrders = () => {
  const { t } = useTranslation();
  const list = useInfiniteQuery(listMyOrders);
  if (list.isPending) return <Loading />;
  if (!list.data) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  const all = itemsOf(list.data.pages, ({ orderId }) => orderId);
  if (all.length === 0) return <EmptyShelf>{t('orders.none')}</EmptyShelf>;
  return (
    <>
      <ul>
        {all.map((order) => (
          <OrderEntry key={order.orderId} order={order} to={`/orders/${order.orderId}`} />
        ))}
      </ul>
      <LoadMore list={list} />
    </>
  );
};
