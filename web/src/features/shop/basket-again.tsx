import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type Basket, putInto } from './basket.ts';
import { keepBasket, keptBasket } from './kept-basket.ts';

/** Puts what was ordered before into the basket again, as far as it fits, and shows the basket. */
export const BasketAgain = ({ items }: { items: Basket }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const again = () => {
    const basket = items.reduce<Basket>((before, { productId, quantity }) => {
      const put = putInto(before, productId, quantity);
      return put.outcome === 'put' ? put.basket : before;
    }, keptBasket());
    keepBasket(basket);
    void navigate('/shop/basket');
  };
  return (
    <button type="button" className="button button-quiet" onClick={again}>
      {t('basket.again')}
    </button>
  );
};
