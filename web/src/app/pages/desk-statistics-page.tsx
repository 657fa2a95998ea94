import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../components/page-heading.tsx';
import { Section } from '../../components/section.tsx';
import { DailyReport } from '../../features/orders/daily-report.tsx';
import { OrderStatistics } from '../../features/orders/order-statistics.tsx';

export default function DeskStatisticsPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeading title={t('shopDesk.statistics')} intro={t('shopDesk.statisticsIntro')} />
      <OrderStatistics />
      <Section title={t('shopDesk.figures.report')}>
        <DailyReport />
      </Section>
    </>
  );
}
