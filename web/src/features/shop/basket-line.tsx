import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { failureOf } from '../../lib/http/failure.ts';
import { useLanguage } from '../../lib/language.ts';
import { languageOfText } from '../../lib/language-of-text.ts';
import { problemWords } from '../../lib/problem-words.ts';
import { writtenMoney } from '../../lib/written.ts';
import { type BasketLine as Line, without, withQuantity } from './basket.ts';
import { keepBasket, keptBasket } from './kept-basket.ts';
import type { Product } from './product.ts';
import { ProductPicture } from './product-picture.tsx';
import { QuantityField } from './quantity-field.tsx';
import { StockMark } from './stock-mark.tsx';

const useProblem = ({ error }: UseQueryResult<Product>): string | undefined => {
  const { t } = useTranslation();
  if (!error) return undefined;
  const failure = failureOf(error);
  const isGone = failure.kind === 'problem' && failure.problem.code === 'not-found';
  return isGone ? t('problem.product-not-found') : problemWords(failure, t);
};

const Named = ({ line, product }: { line: Line; product: UseQueryResult<Product> }) => {
  const language = useLanguage();
  const problem = useProblem(product);
  const { data } = product;
  return (
    <div>
      <p className="entry-title">
        <Link to={`/shop/products/${line.productId}`} lang={languageOfText(data?.name ?? '')}>
          {data?.name ?? '…'}
        </Link>
      </p>
      {data && (
        <p className="basket-each">
          {writtenMoney(data.price, language)} <StockMark product={data} />
        </p>
      )}
      {problem && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
};

/** One line of the basket: how many of what, at which price of today. */
export const BasketLine = ({ line, product }: { line: Line; product: UseQueryResult<Product> }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { productId, quantity } = line;
  const { data } = product;
  const name = data?.name ?? productId;
  return (
    <li className="basket-line">
      <ProductPicture src={data?.images[0]} name={data?.name ?? ''} />
      <Named line={line} product={product} />
      <QuantityField
        quantity={quantity}
        of={name}
        onChange={(next) => keepBasket(withQuantity(keptBasket(), productId, next))}
      />
      <p className="basket-sum">
        {data && writtenMoney({ ...data.price, amount: data.price.amount * quantity }, language)}
      </p>
      <button
        type="button"
        className="button button-quiet button-small"
        aria-label={`${t('basket.remove')}: ${name}`}
        onClick={() => keepBasket(without(keptBasket(), productId))}
      >
        {t('basket.remove')}
      </button>
    </li>
  );
};
