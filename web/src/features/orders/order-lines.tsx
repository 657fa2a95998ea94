import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../lib/language.ts';
import { languageOfText } from '../../lib/language-of-text.ts';
import { writtenMoney } from '../../lib/written.ts';
import type { Order } from './order.ts';

interface OrderLinesProps {
  order: Pick<Order, 'items' | 'total'>;
  picture: (productId: string, name: string) => ReactNode;
}

/** What was ordered, at the prices of that moment. */
export const OrderLines = ({ order: { items, total }, picture }: OrderLinesProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <ul className="order-lines">
        {items.map(({ productId, name, unitPrice, quantity }) => (
          <li key={productId}>
            {picture(productId, name)}
            <Link to={`/shop/products/${productId}`} lang={languageOfText(name)}>
              {name}
            </Link>
            <span className="muted">
              {writtenMoney(unitPrice, language)} × {quantity}
            </span>
            <span>{writtenMoney({ ...unitPrice, amount: unitPrice.amount * quantity }, language)}</span>
          </li>
        ))}
      </ul>
      <p className="basket-total">
        {t('basket.total')} <strong>{writtenMoney(total, language)}</strong>
      </p>
    </>
  );
};
