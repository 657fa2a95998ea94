import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Cover } from '../../components/cover.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { getVolume } from '../../features/catalogue/api/get-volume.ts';
import { NextInSeries } from '../../features/catalogue/next-in-series.tsx';
import { VolumeDetails } from '../../features/catalogue/volume-details.tsx';
import { CommentsOfVolume } from '../../features/comments/comments-of-volume.tsx';
import { AvailabilityPanel } from '../../features/lending/availability-panel.tsx';
import { DeskLink } from '../desk-link.tsx';
import { TakeHome } from '../take-home.tsx';

export default function VolumePage() {
  const { volumeId = '' } = useParams();
  const volume = useQuery(getVolume(volumeId));
  if (volume.isPending) return <Loading />;
  if (!volume.data) return <ProblemNotice error={volume.error} onRetry={() => void volume.refetch()} />;
  return (
    <>
      <article className="spread">
        <Cover src={volume.data.coverUrl} title={volume.data.title} eager />
        <div className="spread-text">
          <VolumeDetails volume={volume.data} />
          <DeskLink to={`/desk/volumes/${volumeId}`} />
          <AvailabilityPanel
            volumeId={volumeId}
            action={(availability) => <TakeHome key={volumeId} availability={availability} />}
          />
        </div>
      </article>
      <CommentsOfVolume key={volumeId} volumeId={volumeId} />
      <NextInSeries volumeId={volumeId} />
    </>
  );
}
