import { useTranslation } from 'react-i18next';
import { failureOf } from '../lib/http/failure.ts';
import { problemWords } from '../lib/problem-words.ts';

/** Says what went wrong, aloud to those who listen, and offers another try when there is one. */
export const ProblemNotice = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const { t } = useTranslation();
  return (
    <div className="notice notice-problem" role="alert">
      <p>{problemWords(failureOf(error), t)}</p>
      {onRetry && (
        <button type="button" className="button button-quiet" onClick={onRetry}>
          {t('state.retry')}
        </button>
      )}
    </div>
  );
};
