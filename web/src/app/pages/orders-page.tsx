import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../components/page-heading.tsx';
import { MyOrders } from '../../features/orders/my-orders.tsx';

export default function OrdersPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeading title={t('orders.title')} intro={t('orders.intro')} />
      <MyOrders />
    </>
  );
}
