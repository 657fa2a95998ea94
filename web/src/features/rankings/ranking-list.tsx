import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Cover } from '../../components/cover.tsx';
import { EmptyShelf } from '../../components/empty-shelf.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useLanguage } from '../../lib/language.ts';
import { writtenDay, writtenTime } from '../../lib/written.ts';
import { getRanking, type Period, type Ranking } from './api/get-ranking.ts';

const When = ({ ranking: { from, to, asOf } }: { ranking: Ranking }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const days = [from, to].map((day) => (day ? writtenDay(day, language) : '')).join(' – ');
  return (
    <p className="count">
      {from && to ? `${days} · ` : ''}
      {asOf && t('rankings.asOf', { time: writtenTime(asOf, language) })}{' '}
      <span className="live">{t('state.live')}</span>
    </p>
  );
};

/** The most borrowed volumes of a period; it changes by itself while others borrow. */
export const RankingList = ({ period }: { period: Period }) => {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(getRanking(period));
  if (!data) return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
  const most = Math.max(1, ...data.items.map(({ borrowCount }) => borrowCount));
  return (
    <>
      <When ranking={data} />
      {data.items.length === 0 && <EmptyShelf>{t('rankings.none')}</EmptyShelf>}
      <ol className="ranking">
        {data.items.map(({ rank, volumeId, title, coverUrl, borrowCount }) => (
          <li key={volumeId} className={rank <= 3 ? 'ranked ranked-top' : 'ranked'}>
            <span className="rank">{rank}</span>
            <Cover src={coverUrl} title={title} />
            <div className="ranked-text">
              <Link to={`/volumes/${volumeId}`}>{title}</Link>
              <progress max={most} value={borrowCount} aria-hidden="true" />
            </div>
            <span className="times">{t('rankings.times', { count: borrowCount })}</span>
          </li>
        ))}
      </ol>
    </>
  );
};
