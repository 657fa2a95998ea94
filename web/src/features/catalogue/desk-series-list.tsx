import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyShelf } from '../../components/empty-shelf.tsx';
import { Field } from '../../components/field.tsx';
import { LoadMore } from '../../components/load-more.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { languageOfText } from '../../lib/language-of-text.ts';
import { itemsOf } from '../../lib/page-of.ts';
import { useSettledValue } from '../../lib/settled-value.ts';
import { listSeries } from './api/list-series.ts';

const TYPING_PAUSE_MS = 250;

const Found = ({ title }: { title: string }) => {
  const { t } = useTranslation();
  const list = useInfiniteQuery(listSeries({ title, author: '', genre: '', sort: 'title', order: 'asc' }));
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  const all = itemsOf(list.data.pages, ({ seriesId }) => seriesId);
  if (all.length === 0) return <EmptyShelf>{t('catalogue.none')}</EmptyShelf>;
  return (
    <>
      <ul className="desk-list">
        {all.map((series) => (
          <li key={series.seriesId}>
            <Link to={`/desk/series/${series.seriesId}`} lang={languageOfText(series.title)}>
              {series.title}
            </Link>
            <span className="muted">
              {series.author} · {t('catalogue.volumes', { count: series.volumeCount })}
            </span>
          </li>
        ))}
      </ul>
      <LoadMore list={list} />
    </>
  );
};

/** Every series, to be worked on. */
export const DeskSeriesList = () => {
  const { t } = useTranslation();
  const [title, setTitle] = useState('');
  return (
    <>
      <Field
        label={t('desk.findSeries')}
        type="search"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Found title={useSettledValue(title, TYPING_PAUSE_MS)} />
    </>
  );
};
