import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHeading } from '../../components/page-heading.tsx';
import { CategoryLinks } from '../../features/shop/category-links.tsx';
import { addressOf, filterOf } from '../../features/shop/product-filter.ts';
import { ProductFilterForm } from '../../features/shop/product-filter-form.tsx';
import { ProductGrid } from '../../features/shop/product-grid.tsx';
import { useSettledValue } from '../../lib/settled-value.ts';

const TYPING_PAUSE_MS = 250;

/** The address holds the filter. What is typed moves it after a pause; a link or going back moves what is typed. */
const useFilter = () => {
  const [address, setAddress] = useSearchParams();
  const asked = filterOf(address);
  const [typed, setTyped] = useState(asked);
  const settled = useSettledValue(typed, TYPING_PAUSE_MS);
  const written = new URLSearchParams(addressOf(asked)).toString();
  const wanted = useRef(written);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed moves the address, or a link would be undone
  useEffect(() => {
    const next = addressOf({ ...settled, categoryId: asked.categoryId });
    wanted.current = new URLSearchParams(next).toString();
    if (wanted.current !== written) setAddress(next, { replace: true });
  }, [settled]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed follows the address, not itself
  useEffect(() => {
    if (written !== wanted.current) setTyped(asked);
    wanted.current = written;
  }, [written]);
  return { asked, typed, setTyped };
};

export default function ShopPage() {
  const { t } = useTranslation();
  const { asked, typed, setTyped } = useFilter();
  const toCategory = (categoryId: string) => {
    const query = new URLSearchParams(addressOf({ ...asked, categoryId })).toString();
    return query === '' ? '/shop' : `/shop?${query}`;
  };
  return (
    <>
      <PageHeading title={t('shop.title')} intro={t('shop.intro')} />
      <div className="shop">
        <CategoryLinks current={asked.categoryId} addressOf={toCategory} />
        <div>
          <ProductFilterForm filter={typed} onChange={setTyped} />
          <ProductGrid filter={asked} />
        </div>
      </div>
    </>
  );
}
