import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useLanguage } from '../../lib/language.ts';
import { useCommand } from '../../lib/use-command.ts';
import { type Hold, isActive, listHolds } from './api/list-holds.ts';
import { placeHold } from './api/place-hold.ts';
import { CancelHoldButton } from './cancel-hold-button.tsx';
import { holdWords } from './hold-words.ts';

const MyHold = ({ hold, borrow }: { hold: Hold; borrow: ReactNode }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="my-hold">
      <p className={hold.status === 'ready' ? 'notice notice-good' : 'notice'} role="status">
        {holdWords(hold, t, language)}
      </p>
      {hold.status === 'ready' && borrow}
      <CancelHoldButton hold={hold} />
    </div>
  );
};

const ReserveButton = ({ volumeId }: { volumeId: string }) => {
  const { t } = useTranslation();
  const reserve = useCommand({
    send: placeHold,
    changes: [
      ['me', 'holds'],
      ['availability', volumeId],
    ],
  });
  return (
    <>
      <button
        type="button"
        className="button button-wide"
        disabled={reserve.isPending || reserve.isSuccess}
        onClick={() => reserve.mutate(volumeId)}
      >
        {reserve.isPending ? t('state.saving') : t('holds.reserve')}
      </button>
      <p className="hint">{t('holds.hint')}</p>
      {reserve.error && <ProblemNotice error={reserve.error} />}
    </>
  );
};

interface HoldOfVolumeProps {
  volumeId: string;
  isAvailable: boolean;
  /** How to borrow, shown when there is a copy for this member. */
  borrow: ReactNode;
}

/** For a member: borrows what is on the shelf or put aside for them, else offers a place in the queue. */
export const HoldOfVolume = ({ volumeId, isAvailable, borrow }: HoldOfVolumeProps) => {
  const holds = useInfiniteQuery(listHolds);
  const hold = holds.data?.pages
    .flatMap(({ items }) => items)
    .find((candidate) => candidate.volumeId === volumeId && isActive(candidate));
  if (hold) return <MyHold key={hold.holdId} hold={hold} borrow={borrow} />;
  if (isAvailable) return borrow;
  return holds.isPending ? null : <ReserveButton key={volumeId} volumeId={volumeId} />;
};
