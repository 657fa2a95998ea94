import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Loading } from '../../components/loading.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { getSeries } from '../../features/catalogue/api/get-series.ts';
import { NewVolumeForm } from '../../features/catalogue/volume-form.tsx';

export default function DeskNewVolumePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { seriesId = '' } = useParams();
  const series = useQuery(getSeries(seriesId));
  if (series.isPending) return <Loading />;
  if (!series.data) return <ProblemNotice error={series.error} onRetry={() => void series.refetch()} />;
  return (
    <>
      <PageHeading title={t('desk.newVolume')} intro={series.data.title} />
      <NewVolumeForm series={series.data} onCreated={({ volumeId }) => void navigate(`/desk/volumes/${volumeId}`)} />
    </>
  );
}
