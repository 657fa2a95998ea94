import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyShelf } from '../../components/empty-shelf.tsx';
import { LoadMore } from '../../components/load-more.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { itemsOf } from '../../lib/page-of.ts';
import { listLowStock } from './api/list-low-stock.ts';
import { DeskProductLine } from './desk-product-line.tsx';

/** What somebody should order more of. */
export const LowStockList = () => {
  const { t } = useTranslation();
  const list = useInfiniteQuery(listLowStock);
  if (list.isPending) return <Loading />;
  if (!list.data) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  const all = itemsOf(list.data.pages, ({ productId }) => productId);
  if (all.length === 0) return <EmptyShelf>{t('shopDesk.lowStockNone')}</EmptyShelf>;
  return (
    <>
      <ul className="desk-list">
        {all.map((product) => (
          <DeskProductLine key={product.productId} product={product} />
        ))}
      </ul>
      <LoadMore list={list} />
    </>
  );
};
