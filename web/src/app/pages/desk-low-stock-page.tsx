import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../components/page-heading.tsx';
import { LowStockList } from '../../features/shop/low-stock-list.tsx';

export default function DeskLowStockPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeading title={t('shopDesk.lowStock')} intro={t('shopDesk.lowStockIntro')} />
      <LowStockList />
    </>
  );
}
