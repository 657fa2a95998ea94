import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyShelf } from '../../components/empty-shelf.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { BasketList } from '../../features/shop/basket-list.tsx';
import { useBasket } from '../../features/shop/kept-basket.ts';

const ToCheckout = () => {
  const { t } = useTranslation();
  return (
    <Link className="button" to="/checkout">
      {t('basket.toCheckout')}
    </Link>
  );
};

export default function BasketPage() {
  const { t } = useTranslation();
  const basket = useBasket();
  return (
    <>
      <PageHeading title={t('basket.title')} intro={t('basket.intro')} />
      {basket.length === 0 ? (
        <EmptyShelf>{t('basket.none')}</EmptyShelf>
      ) : (
        <BasketList basket={basket} next={<ToCheckout />} />
      )}
      <p className="basket-back">
        <Link to="/shop">{t('basket.toShop')}</Link>
      </p>
    </>
  );
}
