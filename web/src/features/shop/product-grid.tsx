import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyShelf } from '../../components/empty-shelf.tsx';
import { LoadMore } from '../../components/load-more.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { itemsOf } from '../../lib/page-of.ts';
import { listProducts } from './api/list-products.ts';
import { ProductCard } from './product-card.tsx';
import type { ProductFilter } from './product-filter.ts';

const FIRST_IN_SIGHT = 6;

/** Every product that fits the filter. */
export const ProductGrid = ({ filter }: { filter: ProductFilter }) => {
  const { t } = useTranslation();
  const list = useInfiniteQuery(listProducts(filter));
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;

  const all = itemsOf(list.data.pages, ({ productId }) => productId);
  return (
    <>
      <p className="count" role="status">
        {all.length > 0 && t('shop.shown', { count: all.length })}
      </p>
      {all.length === 0 && <EmptyShelf>{t('shop.none')}</EmptyShelf>}
      <ul className="shelf wares" aria-busy={list.isPlaceholderData}>
        {all.map((product, index) => (
          <ProductCard key={product.productId} product={product} eager={index < FIRST_IN_SIGHT} />
        ))}
      </ul>
      <LoadMore list={list} />
    </>
  );
};
