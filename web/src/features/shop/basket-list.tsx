import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../lib/http/failure.ts';
import { useLanguage } from '../../lib/language.ts';
import { writtenMoney } from '../../lib/written.ts';
import type { Basket } from './basket.ts';
import { BasketLine } from './basket-line.tsx';
import { sumOf } from './basket-sum.ts';
import { useBasketProducts } from './use-basket-products.ts';

const isGone = ({ error }: { error: Error | null }): boolean => {
  const failure = error && failureOf(error);
  return failure?.kind === 'problem' && failure.problem.code === 'not-found';
};

interface BasketListProps {
  basket: Basket;
  /** The way on, for a basket that can be bought. */
  next: ReactNode;
}

/** Everything in the basket, and what it costs by the prices of the shop. */
export const BasketList = ({ basket, next }: BasketListProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const products = useBasketProducts(basket);
  const isSold = basket.map((_, index) => !isGone(products[index] ?? { error: null }));
  const sum = sumOf(
    basket.filter((_, index) => isSold[index]),
    products.map(({ data }) => data),
  );
  return (
    <>
      <ul className="basket">
        {basket.map((line, index) => {
          const product = products[index];
          return product && <BasketLine key={line.productId} line={line} product={product} />;
        })}
      </ul>
      <p className="basket-total" role="status">
        {t('basket.total')} <strong>{sum ? writtenMoney(sum, language) : '…'}</strong>
      </p>
      <p className="basket-end">
        {isSold.every(Boolean) ? next : <span className="field-problem">{t('basket.removeGone')}</span>}
      </p>
    </>
  );
};
