import { useTranslation } from 'react-i18next';
import { ProblemNotice } from './problem-notice.tsx';

interface FormEndProps {
  command: { isPending: boolean; isSuccess: boolean; error: Error | null };
}

/** The button that keeps what a form says, and what came of it. */
export const FormEnd = ({ command }: FormEndProps) => {
  const { t } = useTranslation();
  return (
    <>
      {command.error && <ProblemNotice error={command.error} />}
      <div className="form-end">
        <button type="submit" className="button" disabled={command.isPending}>
          {command.isPending ? t('state.saving') : t('state.save')}
        </button>
        <span role="status" className="saved">
          {command.isSuccess && t('state.saved')}
        </span>
      </div>
    </>
  );
};
