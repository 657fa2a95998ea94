import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../components/page-heading.tsx';
import { VolumeLine } from '../../features/catalogue/volume-line.tsx';
import { HoldList } from '../../features/holds/hold-list.tsx';
import { ShelfTabs } from '../shelf-tabs.tsx';

export default function HoldsPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeading title={t('holds.title')} intro={t('holds.intro')} />
      <ShelfTabs />
      <HoldList volume={(volumeId) => <VolumeLine volumeId={volumeId} />} />
    </>
  );
}
