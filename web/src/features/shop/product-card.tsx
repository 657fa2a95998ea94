import { Link } from 'react-router';
import { useLanguage } from '../../lib/language.ts';
import { languageOfText } from '../../lib/language-of-text.ts';
import { writtenMoney } from '../../lib/written.ts';
import type { Product } from './product.ts';
import { ProductPicture } from './product-picture.tsx';
import { StockMark } from './stock-mark.tsx';

/** A product on the counter: picture, name, price, and whether it is there. */
export const ProductCard = ({ product, eager }: { product: Product; eager: boolean }) => {
  const language = useLanguage();
  const { productId, name, price, images } = product;
  return (
    <li>
      <Link className="book" to={`/shop/products/${productId}`}>
        <ProductPicture src={images[0]} name={name} eager={eager} />
        <strong className="book-title" lang={languageOfText(name)}>
          {name}
        </strong>
        <span className="price">{writtenMoney(price, language)}</span>
        <StockMark product={product} />
      </Link>
    </li>
  );
};
