import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useCommand } from '../../lib/use-command.ts';
import { borrowVolume, type Loan } from './api/borrow-volume.ts';

interface BorrowButtonProps {
  volumeId: string;
  onBorrowed: (loan: Loan) => void;
}

/** Borrows one volume. */
export const BorrowButton = ({ volumeId, onBorrowed }: BorrowButtonProps) => {
  const { t } = useTranslation();
  const borrow = useCommand({
    send: borrowVolume,
    changes: [['availability', volumeId], ['me'], ['rankings']],
    onDone: onBorrowed,
  });
  return (
    <>
      <button
        type="button"
        className="button button-wide"
        disabled={borrow.isPending}
        onClick={() => borrow.mutate(volumeId)}
      >
        {borrow.isPending ? t('lending.borrowing') : t('lending.borrow')}
      </button>
      {borrow.error && <ProblemNotice error={borrow.error} />}
    </>
  );
};
