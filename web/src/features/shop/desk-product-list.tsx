import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyShelf } from '../../components/empty-shelf.tsx';
import { Field } from '../../components/field.tsx';
import { LoadMore } from '../../components/load-more.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { itemsOf } from '../../lib/page-of.ts';
import { useSettledValue } from '../../lib/settled-value.ts';
import { listProducts } from './api/list-products.ts';
import { DeskProductLine } from './desk-product-line.tsx';
import { filterOf } from './product-filter.ts';

const TYPING_PAUSE_MS = 250;
const everything = filterOf(new URLSearchParams('sort=name'));

const Found = ({ q }: { q: string }) => {
  const { t } = useTranslation();
  const list = useInfiniteQuery(listProducts({ ...everything, q }));
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  const all = itemsOf(list.data.pages, ({ productId }) => productId);
  if (all.length === 0) return <EmptyShelf>{t('shop.none')}</EmptyShelf>;
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

/** Every product of the shop, to be worked on. */
export const DeskProductList = () => {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  return (
    <>
      <Field label={t('shop.filter')} type="search" value={q} onChange={(event) => setQ(event.target.value)} />
      <Found q={useSettledValue(q, TYPING_PAUSE_MS)} />
    </>
  );
};
