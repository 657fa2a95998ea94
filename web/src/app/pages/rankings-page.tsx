import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../components/page-heading.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { type Period, periods } from '../../features/rankings/api/get-ranking.ts';
import { RankingList } from '../../features/rankings/ranking-list.tsx';

export default function RankingsPage() {
  const { t } = useTranslation();
  const [period, setPeriod] = useState<Period>('current-week');
  return (
    <>
      <PageHeading title={t('rankings.title')} intro={t('rankings.intro')} />
      <Tabs
        label={t('rankings.period')}
        value={period}
        options={periods.map((value) => ({ value, label: t(`rankings.${value}`) }))}
        onChange={setPeriod}
      />
      <RankingList period={period} />
    </>
  );
}
