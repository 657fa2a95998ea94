import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../lib/language.ts';
import { languageOfText } from '../../lib/language-of-text.ts';
import { writtenMoney } from '../../lib/written.ts';
import type { Basket } from './basket.ts';
import { sumOf } from './basket-sum.ts';
import { useBasketProducts } from './use-basket-products.ts';

/** The basket in a few lines, beside what is still to be filled in. */
export const BasketSummary = ({ basket }: { basket: Basket }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const products = useBasketProducts(basket).map(({ data }) => data);
  const sum = sumOf(basket, products);
  return (
    <aside className="panel basket-summary" aria-labelledby="basket-summary">
      <h2 id="basket-summary">{t('basket.title')}</h2>
      <ul>
        {basket.map(({ productId, quantity }, index) => (
          <li key={productId}>
            <span lang={languageOfText(products[index]?.name ?? '')}>{products[index]?.name ?? '…'}</span>
            <span>× {quantity}</span>
          </li>
        ))}
      </ul>
      <p className="basket-total">
        {t('basket.total')} <strong>{sum ? writtenMoney(sum, language) : '…'}</strong>
      </p>
      <Link to="/shop/basket">{t('basket.change')}</Link>
    </aside>
  );
};
