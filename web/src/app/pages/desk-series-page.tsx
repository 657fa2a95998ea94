import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { Loading } from '../../components/loading.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Section } from '../../components/section.tsx';
import { getSeries } from '../../features/catalogue/api/get-series.ts';
import { DeskVolumeList } from '../../features/catalogue/desk-volume-list.tsx';
import { SeriesForm } from '../../features/catalogue/series-form.tsx';
import { WithdrawButton } from '../../features/catalogue/withdraw-button.tsx';

export default function DeskSeriesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { seriesId = '' } = useParams();
  const series = useQuery(getSeries(seriesId));
  if (series.isPending) return <Loading />;
  if (!series.data) return <ProblemNotice error={series.error} onRetry={() => void series.refetch()} />;
  return (
    <>
      <div className="desk-head">
        <PageHeading title={series.data.title} intro={series.data.titleEn} />
        <Link to={`/series/${seriesId}`}>{t('desk.asReaders')}</Link>
      </div>
      <Section title={t('series.volumes')}>
        <p className="desk-add">
          <Link className="button" to={`/desk/series/${seriesId}/new-volume`}>
            {t('desk.newVolume')}
          </Link>
        </p>
        <DeskVolumeList seriesId={seriesId} />
      </Section>
      <Section title={t('desk.change')}>
        <SeriesForm key={seriesId} series={series.data} />
      </Section>
      <Section title={t('desk.withdraw.series')}>
        <WithdrawButton
          kind="series"
          id={seriesId}
          title={series.data.title}
          onWithdrawn={() => void navigate('/desk')}
        />
      </Section>
    </>
  );
}
