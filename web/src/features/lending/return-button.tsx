import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useCommand } from '../../lib/use-command.ts';
import { type LoanToReturn, type Return, returnLoan } from './api/return-loan.ts';

interface ReturnButtonProps {
  loan: LoanToReturn;
  /** What is being returned, for those who hear the button without seeing its place. */
  what: string;
  onReturned: (answer: Return) => void;
}

/** Returns a loan. */
export const ReturnButton = ({ loan, what, onReturned }: ReturnButtonProps) => {
  const { t } = useTranslation();
  const giveBack = useCommand({
    send: returnLoan,
    changes: [['availability'], ['me']],
    onDone: onReturned,
  });
  return (
    <>
      <button
        type="button"
        className="button"
        aria-label={`${t('lending.return')}: ${what}`}
        disabled={giveBack.isPending || giveBack.isSuccess}
        onClick={() => giveBack.mutate(loan)}
      >
        {giveBack.isPending ? t('lending.returning') : t('lending.return')}
      </button>
      {giveBack.error && <ProblemNotice error={giveBack.error} />}
    </>
  );
};
