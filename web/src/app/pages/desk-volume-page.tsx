import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { Loading } from '../../components/loading.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Section } from '../../components/section.tsx';
import { getVolume } from '../../features/catalogue/api/get-volume.ts';
import { VolumeForm } from '../../features/catalogue/volume-form.tsx';
import { WithdrawButton } from '../../features/catalogue/withdraw-button.tsx';
import { AddCopiesForm } from '../../features/inventory/add-copies-form.tsx';
import { CopiesOfVolume } from '../../features/inventory/copies-of-volume.tsx';

export default function DeskVolumePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { volumeId = '' } = useParams();
  const volume = useQuery(getVolume(volumeId));
  if (volume.isPending) return <Loading />;
  if (!volume.data) return <ProblemNotice error={volume.error} onRetry={() => void volume.refetch()} />;
  const { title, subtitle, seriesId } = volume.data;
  return (
    <>
      <div className="desk-head">
        <PageHeading title={title} intro={subtitle} />
        <p className="desk-ways">
          <Link to={`/desk/series/${seriesId}`}>{t('volume.series')}</Link>
          <Link to={`/volumes/${volumeId}`}>{t('desk.asReaders')}</Link>
        </p>
      </div>
      <Section title={t('copies.title')}>
        <CopiesOfVolume volumeId={volumeId} />
      </Section>
      <Section title={t('copies.add')}>
        <AddCopiesForm key={volumeId} volumeId={volumeId} />
      </Section>
      <Section title={t('desk.change')}>
        <VolumeForm key={volumeId} volume={volume.data} />
      </Section>
      <Section title={t('desk.withdraw.volumes')}>
        <WithdrawButton
          kind="volumes"
          id={volumeId}
          title={title}
          onWithdrawn={() => void navigate(`/desk/series/${seriesId}`)}
        />
      </Section>
    </>
  );
}
