import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHeading } from '../../components/page-heading.tsx';
import { addressOf, filterOf } from '../../features/catalogue/filter-in-address.ts';
import { NewVolumes } from '../../features/catalogue/new-volumes.tsx';
import { SeriesFilter } from '../../features/catalogue/series-filter.tsx';
import { SeriesGrid } from '../../features/catalogue/series-grid.tsx';
import { useSettledValue } from '../../lib/settled-value.ts';

const TYPING_PAUSE_MS = 250;

export default function CataloguePage() {
  const { t } = useTranslation();
  const [address, setAddress] = useSearchParams();
  const [filter, setFilter] = useState(() => filterOf(address));
  const settled = useSettledValue(filter, TYPING_PAUSE_MS);
  useEffect(() => {
    void setAddress(addressOf(settled), { replace: true });
  }, [settled, setAddress]);

  return (
    <>
      <PageHeading title={t('catalogue.title')} intro={t('site.tagline')} />
      <NewVolumes />
      <section aria-labelledby="all-series">
        <h2 id="all-series">{t('catalogue.all')}</h2>
        <SeriesFilter filter={filter} onChange={setFilter} />
        <SeriesGrid filter={settled} />
      </section>
    </>
  );
}
