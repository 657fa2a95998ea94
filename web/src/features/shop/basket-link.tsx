import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { piecesIn } from './basket.ts';
import { useBasket } from './kept-basket.ts';

const MOST_SHOWN = 99;

/** The way to the basket with the number of pieces in it; not there while it is empty. */
export const BasketLink = () => {
  const { t } = useTranslation();
  const count = piecesIn(useBasket());
  if (count === 0) return null;
  return (
    <NavLink to="/shop/basket">
      {t('nav.basket')}
      <span className="unread">
        <span aria-hidden="true">{count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}</span>
        <span className="unseen">{t('basket.pieces', { count })}</span>
      </span>
    </NavLink>
  );
};
