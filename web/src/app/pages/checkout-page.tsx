import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { EmptyShelf } from '../../components/empty-shelf.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { WhereMailIsShown } from '../../features/mail/where-mail-is-shown.tsx';
import { CheckoutForm } from '../../features/orders/checkout-form.tsx';
import { TestCards } from '../../features/orders/test-cards.tsx';
import { BasketSummary } from '../../features/shop/basket-summary.tsx';
import { keepBasket, useBasket } from '../../features/shop/kept-basket.ts';

export default function CheckoutPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const basket = useBasket();
  if (basket.length === 0)
    return (
      <>
        <PageHeading title={t('checkout.title')} />
        <EmptyShelf>
          {t('basket.none')} <Link to="/shop">{t('basket.toShop')}</Link>
        </EmptyShelf>
      </>
    );
  return (
    <>
      <PageHeading title={t('checkout.title')} />
      <div className="checkout">
        <CheckoutForm
          items={basket}
          hint={
            <WhereMailIsShown>
              <TestCards />
            </WhereMailIsShown>
          }
          onPlaced={({ orderId }) => {
            void navigate(`/orders/${orderId}`, { replace: true });
            keepBasket([]);
          }}
        />
        <BasketSummary basket={basket} />
      </div>
    </>
  );
}
