import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { LoadMore } from '../../components/load-more.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Section } from '../../components/section.tsx';
import { useLanguage } from '../../lib/language.ts';
import { itemsOf } from '../../lib/page-of.ts';
import { useSession } from '../../lib/session.ts';
import { listComments } from './api/list-comments.ts';
import { postComment } from './api/post-comment.ts';
import { CommentEntry } from './comment-entry.tsx';
import { CommentForm } from './comment-form.tsx';
import { Stars } from './stars.tsx';

const Average = ({ averageRating, count }: { averageRating: number | null; count: number }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const written = new Intl.NumberFormat(language, { minimumFractionDigits: 1 });
  return (
    <p className="average" role="status">
      {averageRating !== null && (
        <>
          <Stars rating={averageRating} />
          <strong>{t('comments.average', { rating: written.format(averageRating) })}</strong>
        </>
      )}
      <span className="muted">{count === 0 ? t('comments.none') : t('comments.count', { count })}</span>
    </p>
  );
};

const Say = ({ volumeId }: { volumeId: string }) => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const session = useSession();
  if (session.status === 'starting') return null;
  if (session.status === 'guest')
    return (
      <p>
        <Link to={`/sign-in?next=${encodeURIComponent(pathname)}`}>{t('comments.signIn')}</Link>
      </p>
    );
  return (
    <CommentForm
      volumeId={volumeId}
      label={t('comments.label')}
      action={t('comments.post')}
      send={postComment(volumeId)}
    />
  );
};

/** What members say about a volume, newest first, and a place to say something oneself. */
export const CommentsOfVolume = ({ volumeId }: { volumeId: string }) => {
  const { t } = useTranslation();
  const list = useInfiniteQuery(listComments(volumeId));
  const first = list.data?.pages[0];
  return (
    <Section title={t('comments.title')}>
      {list.isPending && <Loading />}
      {list.isError && !list.data && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {first && <Average averageRating={first.averageRating} count={first.count} />}
      <Say volumeId={volumeId} />
      <ul className="comments">
        {itemsOf(list.data?.pages ?? [], ({ commentId }) => commentId).map((comment) => (
          <CommentEntry key={comment.commentId} volumeId={volumeId} comment={comment} />
        ))}
      </ul>
      <LoadMore list={list} />
    </Section>
  );
};
