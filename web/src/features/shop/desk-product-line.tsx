import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../lib/language.ts';
import { languageOfText } from '../../lib/language-of-text.ts';
import { writtenMoney } from '../../lib/written.ts';
import type { Product } from './product.ts';

/** A product at the desk: its name, its price, and how much of it is there. */
export const DeskProductLine = ({ product }: { product: Product }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { productId, name, price, stock, alertLevel, active } = product;
  const isLow = stock <= (alertLevel ?? 0);
  return (
    <li>
      <Link to={`/desk/products/${productId}`} lang={languageOfText(name)}>
        {name}
      </Link>
      <span className="muted">
        {!active && `${t('shop.stock.notOnSale')} · `}
        {writtenMoney(price, language)} ·{' '}
        <span className={isLow ? 'is-low' : undefined}>{t('shopDesk.level', { stock, level: alertLevel ?? 0 })}</span>
      </span>
    </li>
  );
};
