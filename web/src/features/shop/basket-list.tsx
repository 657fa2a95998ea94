import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/language.ts';
import { writtenMoney } from '../../lib/written.ts';
import type { Basket } from './basket.ts';
import { BasketLine } from './basket-line.tsx';
import { sumOf } from './basket-sum.ts';
import { useBasketProducts } from './use-basket-products.ts';

/** Everything in the basket, and what it costs by the prices of the shop. */
export const BasketList = ({ basket }: { basket: Basket }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const products = useBasketProducts(basket);
  const sum = sumOf(
    basket,
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
    </>
  );
};
