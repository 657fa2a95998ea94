import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyShelf } from '../../components/empty-shelf.tsx';
import { LoadMore } from '../../components/load-more.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { itemsOf } from '../../lib/page-of.ts';
import { listVolumesOfSeries } from './api/list-volumes-of-series.ts';
import { VolumeCard } from './volume-card.tsx';

/** The volumes of a series, in order. */
export const VolumeShelf = ({ seriesId }: { seriesId: string }) => {
  const { t } = useTranslation();
  const list = useInfiniteQuery(listVolumesOfSeries(seriesId));
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;

  const all = itemsOf(list.data.pages, ({ volumeId }) => volumeId);
  if (all.length === 0) return <EmptyShelf>{t('series.none')}</EmptyShelf>;
  return (
    <>
      <ul className="shelf">
        {all.map((volume) => (
          <VolumeCard key={volume.volumeId} volume={volume} />
        ))}
      </ul>
      <LoadMore list={list} />
    </>
  );
};
