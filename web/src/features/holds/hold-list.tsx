import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyShelf } from '../../components/empty-shelf.tsx';
import { LoadMore } from '../../components/load-more.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useLanguage } from '../../lib/language.ts';
import { itemsOf } from '../../lib/page-of.ts';
import { writtenInstant } from '../../lib/written.ts';
import { type Hold, isActive, listHolds } from './api/list-holds.ts';
import { CancelHoldButton } from './cancel-hold-button.tsx';
import { holdWords } from './hold-words.ts';

const HoldEntry = ({ hold, volume }: { hold: Hold; volume: ReactNode }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <li className={isActive(hold) ? 'hold' : 'hold hold-over'}>
      {volume}
      <p className={hold.status === 'ready' ? 'hold-state hold-ready' : 'hold-state'}>{holdWords(hold, t, language)}</p>
      <p className="muted">{t('holds.since', { time: writtenInstant(hold.createdAt, language) })}</p>
      {isActive(hold) && <CancelHoldButton hold={hold} />}
    </li>
  );
};

interface HoldListProps {
  /** How a volume is shown, by its id. */
  volume: (volumeId: string) => ReactNode;
}

/** The member's holds: those that go on first, then those that have ended. */
export const HoldList = ({ volume }: HoldListProps) => {
  const { t } = useTranslation();
  const list = useInfiniteQuery(listHolds);
  if (list.isPending) return <Loading />;
  if (!list.data) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;

  const all = itemsOf(list.data.pages, ({ holdId }) => holdId);
  if (all.length === 0) return <EmptyShelf>{t('holds.none')}</EmptyShelf>;
  return (
    <>
      <ul className="holds">
        {[...all.filter(isActive), ...all.filter((hold) => !isActive(hold))].map((hold) => (
          <HoldEntry key={hold.holdId} hold={hold} volume={volume(hold.volumeId)} />
        ))}
      </ul>
      <LoadMore list={list} />
    </>
  );
};
