import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';
import { ProblemNotice } from './problem-notice.tsx';

interface QuestionProps {
  title: string;
  /** What happens on yes, as the button says it. */
  action: string;
  command: { isPending: boolean; error: Error | null };
  onYes: () => void;
  onClose: () => void;
  wayOut?: string;
  /** What must be known or filled in before. */
  children?: ReactNode;
  isReady?: boolean;
}

/** Asks before something is done that cannot simply be undone. */
export const Question = ({ isReady = true, ...props }: QuestionProps) => {
  const { title, action, command, onYes, onClose, wayOut, children } = props;
  const { t } = useTranslation();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onYes();
  };
  return (
    <Dialog title={title} onClose={onClose} wayOut={wayOut}>
      <form className="question" onSubmit={submit}>
        {children}
        {command.error && <ProblemNotice error={command.error} />}
        <button type="submit" className="button button-danger button-wide" disabled={!isReady || command.isPending}>
          {command.isPending ? t('state.saving') : action}
        </button>
      </form>
    </Dialog>
  );
};
