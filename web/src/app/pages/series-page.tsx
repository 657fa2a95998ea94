import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { getSeries } from '../../features/catalogue/api/get-series.ts';
import { SeriesDetails } from '../../features/catalogue/series-details.tsx';
import { VolumeShelf } from '../../features/catalogue/volume-shelf.tsx';
import { DeskLink } from '../desk-link.tsx';

export default function SeriesPage() {
  const { t } = useTranslation();
  const { seriesId = '' } = useParams();
  const series = useQuery(getSeries(seriesId));
  if (series.isPending) return <Loading />;
  if (!series.data) return <ProblemNotice error={series.error} onRetry={() => void series.refetch()} />;
  return (
    <>
      <SeriesDetails series={series.data} />
      <DeskLink to={`/desk/series/${seriesId}`} />
      <section aria-labelledby="volumes">
        <h2 id="volumes">{t('series.volumes')}</h2>
        <VolumeShelf seriesId={seriesId} />
      </section>
    </>
  );
}
