import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyShelf } from '../../components/empty-shelf.tsx';
import { LoadMore } from '../../components/load-more.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { itemsOf } from '../../lib/page-of.ts';
import { listOrders } from './api/list-orders.ts';
import { OrderEntry } from './order-entry.tsx';
import type { OrderFilter } from './order-filter.ts';

/** Every order that fits, to be looked into. */
export const DeskOrderList = ({ filter }: { filter: OrderFilter }) => {
  const { t } = useTranslation();
  const list = useInfiniteQuery(listOrders(filter));
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  const all = itemsOf(list.data.pages, ({ orderId }) => orderId);
  return (
    <>
      <p className="count" role="status">
        {all.length > 0 && t('shopDesk.filter.shown', { count: all.length })}
      </p>
      {all.length === 0 && !list.hasNextPage && <EmptyShelf>{t('shopDesk.filter.none')}</EmptyShelf>}
      <ul>
        {all.map((order) => (
          <OrderEntry key={order.orderId} order={order} to={`/desk/orders/${order.orderId}`} />
        ))}
      </ul>
      <LoadMore list={list} />
    </>
  );
};
