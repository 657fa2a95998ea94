import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useLanguage } from '../../lib/language.ts';
import { useSession } from '../../lib/session.ts';
import { useCommand } from '../../lib/use-command.ts';
import { writtenDay } from '../../lib/written.ts';
import { borrowVolume } from './api/borrow-volume.ts';

interface BorrowButtonProps {
  volumeId: string;
  available: number;
}

const Borrowed = ({ dueOn }: { dueOn: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="notice notice-good" role="status">
      <p>{t('lending.borrowed', { day: writtenDay(dueOn, language) })}</p>
      <Link to="/loans">{t('lending.toLoans')}</Link>
    </div>
  );
};

const BorrowAsMember = ({ volumeId, available }: BorrowButtonProps) => {
  const { t } = useTranslation();
  const borrow = useCommand({
    send: borrowVolume,
    changes: [['availability', volumeId], ['me'], ['rankings']],
  });
  if (borrow.data) return <Borrowed dueOn={borrow.data.dueOn} />;
  const words = available === 0 ? t('lending.allOut') : t('lending.borrow');
  return (
    <>
      <button
        type="button"
        className="button button-wide"
        disabled={borrow.isPending || available === 0}
        onClick={() => borrow.mutate(volumeId)}
      >
        {borrow.isPending ? t('lending.borrowing') : words}
      </button>
      {borrow.error && <ProblemNotice error={borrow.error} />}
    </>
  );
};

/** Borrows one volume; a guest is shown the way in and comes back here. */
export const BorrowButton = (props: BorrowButtonProps) => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const session = useSession();
  if (session.status === 'member') return <BorrowAsMember key={props.volumeId} {...props} />;
  return (
    <Link className="button button-wide" to={`/sign-in?next=${encodeURIComponent(pathname)}`}>
      {t('lending.signInToBorrow')}
    </Link>
  );
};
