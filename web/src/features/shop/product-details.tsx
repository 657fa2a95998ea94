import { PageHeading } from '../../components/page-heading.tsx';
import { useLanguage } from '../../lib/language.ts';
import { languageOfText } from '../../lib/language-of-text.ts';
import { writtenMoney } from '../../lib/written.ts';
import { AddToBasket } from './add-to-basket.tsx';
import type { Product } from './product.ts';
import { StockMark } from './stock-mark.tsx';
import { stockWordOf } from './stock-word.ts';

/** Name, description and price of a product, and the way into the basket while there is any. */
export const ProductDetails = ({ product }: { product: Product }) => {
  const language = useLanguage();
  const word = stockWordOf(product);
  return (
    <>
      <PageHeading title={product.name} />
      {product.description && (
        <p className="summary" lang={languageOfText(product.description)}>
          {product.description}
        </p>
      )}
      <div className="panel">
        <p className="price price-large">{writtenMoney(product.price, language)}</p>
        <p role="status">
          <StockMark product={product} />
        </p>
        {(word === 'inStock' || word === 'few') && (
          <AddToBasket key={product.productId} productId={product.productId} />
        )}
      </div>
    </>
  );
};
