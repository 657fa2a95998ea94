import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LoadMore } from '../../components/load-more.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useLanguage } from '../../lib/language.ts';
import { languageOfText } from '../../lib/language-of-text.ts';
import { itemsOf } from '../../lib/page-of.ts';
import { writtenDay } from '../../lib/written.ts';
import { listVolumesOfSeries } from './api/list-volumes-of-series.ts';

/** The volumes of a series, to be worked on. */
export const DeskVolumeList = ({ seriesId }: { seriesId: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useInfiniteQuery(listVolumesOfSeries(seriesId));
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  const all = itemsOf(list.data.pages, ({ volumeId }) => volumeId);
  if (all.length === 0) return <p className="muted">{t('series.none')}</p>;
  return (
    <>
      <ul className="desk-list">
        {all.map((volume) => (
          <li key={volume.volumeId}>
            <Link to={`/desk/volumes/${volume.volumeId}`} lang={languageOfText(volume.title)}>
              {volume.title}
            </Link>
            <span className="muted">
              {t('volume.number', { number: volume.number })} · {writtenDay(volume.publishedOn, language)}
            </span>
          </li>
        ))}
      </ul>
      <LoadMore list={list} />
    </>
  );
};
