import { useTranslation } from 'react-i18next';
import type { Product } from './product.ts';
import { stockWordOf } from './stock-word.ts';

/** How much of a product is there, in words. */
export const StockMark = ({ product }: { product: Pick<Product, 'stock' | 'active'> }) => {
  const { t } = useTranslation();
  const word = stockWordOf(product);
  return <span className={`stock stock-${word}`}>{t(`shop.stock.${word}`, { count: product.stock })}</span>;
};
