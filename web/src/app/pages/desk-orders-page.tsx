import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { PageHeading } from '../../components/page-heading.tsx';
import { DeskOrderList } from '../../features/orders/desk-order-list.tsx';
import { addressOf, filterOf } from '../../features/orders/order-filter.ts';
import { OrderFilterForm } from '../../features/orders/order-filter-form.tsx';
import { useSettledValue } from '../../lib/settled-value.ts';

const TYPING_PAUSE_MS = 250;

export default function DeskOrdersPage() {
  const { t } = useTranslation();
  const [address, setAddress] = useSearchParams();
  const [filter, setFilter] = useState(() => filterOf(address));
  const settled = useSettledValue(filter, TYPING_PAUSE_MS);
  useEffect(() => {
    void setAddress(addressOf(settled), { replace: true });
  }, [settled, setAddress]);
  return (
    <>
      <div className="desk-head">
        <PageHeading title={t('shopDesk.orders')} intro={t('shopDesk.ordersIntro')} />
        <Link to="/desk/orders/statistics">{t('shopDesk.statistics')}</Link>
      </div>
      <OrderFilterForm filter={filter} onChange={setFilter} />
      <DeskOrderList filter={settled} />
    </>
  );
}
