import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useLanguage } from '../../lib/language.ts';
import { useCommand } from '../../lib/use-command.ts';
import { writtenDay } from '../../lib/written.ts';
import { renewLoan } from './api/renew-loan.ts';

interface RenewButtonProps {
  loanId: string;
  /** What is renewed, for those who hear the button without seeing its place. */
  what: string;
}

/** Keeps a loan for another week, once. */
export const RenewButton = ({ loanId, what }: RenewButtonProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const renew = useCommand({ send: renewLoan, changes: [['me', 'records']] });
  return (
    <>
      <button
        type="button"
        className="button button-quiet"
        aria-label={`${t('lending.renew')}: ${what}`}
        disabled={renew.isPending || renew.isSuccess}
        onClick={() => renew.mutate(loanId)}
      >
        {renew.isPending ? t('state.saving') : t('lending.renew')}
      </button>
      <p role="status" className="saved">
        {renew.data && t('lending.renewed', { day: writtenDay(renew.data.dueOn, language) })}
      </p>
      {renew.error && <ProblemNotice error={renew.error} />}
    </>
  );
};
