import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../../components/load-more.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useLanguage } from '../../lib/language.ts';
import { itemsOf } from '../../lib/page-of.ts';
import { writtenInstant } from '../../lib/written.ts';
import { type Copy, listCopies } from './api/list-copies.ts';
import { movesFor } from './copy-moves.ts';
import { MoveCopyButton } from './move-copy-button.tsx';

const History = ({ history }: Pick<Copy, 'history'>) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ol className="copy-history">
      {history.map(({ at, what, reason }) => (
        <li key={`${at} ${what}`}>
          <time dateTime={at}>{writtenInstant(at, language)}</time> {t(`copies.events.${what}`)}
          {reason && <span className="muted"> · {reason}</span>}
        </li>
      ))}
    </ol>
  );
};

const CopyEntry = ({ volumeId, copy }: { volumeId: string; copy: Copy }) => {
  const { t } = useTranslation();
  return (
    <li className="copy">
      <div>
        <span className={`badge badge-${copy.state}`}>{t(`copies.${copy.state}`)}</span>{' '}
        <code className="copy-id">{copy.copyId}</code>
        <History history={copy.history} />
      </div>
      <div className="copy-actions">
        {movesFor(copy).map((move) => (
          <MoveCopyButton key={move} volumeId={volumeId} copyId={copy.copyId} move={move} />
        ))}
      </div>
    </li>
  );
};

/** Every copy of a volume, where it is, and what was done about it. */
export const CopiesOfVolume = ({ volumeId }: { volumeId: string }) => {
  const { t } = useTranslation();
  const list = useInfiniteQuery(listCopies(volumeId));
  if (list.isPending) return <Loading />;
  if (!list.data) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  const all = itemsOf(list.data.pages, ({ copyId }) => copyId);
  return (
    <>
      {all.length === 0 && <p className="muted">{t('lending.noCopies')}</p>}
      <ul className="copies">
        {all.map((copy) => (
          <CopyEntry key={copy.copyId} volumeId={volumeId} copy={copy} />
        ))}
      </ul>
      <LoadMore list={list} />
    </>
  );
};
