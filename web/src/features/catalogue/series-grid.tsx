import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Cover } from '../../components/cover.tsx';
import { EmptyShelf } from '../../components/empty-shelf.tsx';
import { LoadMore } from '../../components/load-more.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { bothTitles } from '../../lib/both-titles.ts';
import { useLanguage } from '../../lib/language.ts';
import { languageOfText } from '../../lib/language-of-text.ts';
import { itemsOf } from '../../lib/page-of.ts';
import { listSeries, type SeriesFilter } from './api/list-series.ts';
import { genreWord } from './genre-word.ts';
import type { Series } from './series.ts';

const FIRST_IN_SIGHT = 6;

const SeriesCard = ({ series, eager }: { series: Series; eager: boolean }) => {
  const { t } = useTranslation();
  const titles = bothTitles(series, useLanguage());
  return (
    <li>
      <Link className="book" to={`/series/${series.seriesId}`}>
        <Cover src={series.coverUrl} title={series.title} eager={eager} />
        <strong className="book-title" lang={languageOfText(titles.first)}>
          {titles.first}
        </strong>
        {titles.second && (
          <span className="book-second" lang={languageOfText(titles.second)}>
            {titles.second}
          </span>
        )}
        <span className="book-meta">
          {series.author} · {genreWord(series.genre, t)}
        </span>
        <span className="book-meta">{t('catalogue.volumes', { count: series.volumeCount })}</span>
      </Link>
    </li>
  );
};

/** Every series that fits the filter, as covers. */
export const SeriesGrid = ({ filter }: { filter: SeriesFilter }) => {
  const { t } = useTranslation();
  const list = useInfiniteQuery(listSeries(filter));
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;

  const all = itemsOf(list.data.pages, ({ seriesId }) => seriesId);
  return (
    <>
      <p className="count" role="status">
        {all.length > 0 && t('catalogue.shown', { count: all.length })}
      </p>
      {all.length === 0 && <EmptyShelf>{t('catalogue.none')}</EmptyShelf>}
      <ul className="shelf">
        {all.map((series, index) => (
          <SeriesCard key={series.seriesId} series={series} eager={index < FIRST_IN_SIGHT} />
        ))}
      </ul>
      <LoadMore list={list} />
    </>
  );
};
