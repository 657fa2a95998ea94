import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { TextField } from '../../components/text-field.tsx';
import { failureOf } from '../../lib/http/failure.ts';
import { fieldProblem } from '../../lib/problem-words.ts';
import { useCommand } from '../../lib/use-command.ts';
import { charactersOf, type Draft, isSayable, MOST_CHARACTERS } from './draft.ts';
import { StarChoice } from './star-choice.tsx';

const Counter = ({ text }: { text: string }) => {
  const { t } = useTranslation();
  const count = charactersOf(text);
  return (
    <p className={count > MOST_CHARACTERS ? 'counter field-problem' : 'counter hint'} role="status">
      {t('comments.counter', { count, most: MOST_CHARACTERS })}
    </p>
  );
};

interface CommentFormProps {
  volumeId: string;
  before?: Draft;
  label: string;
  action: string;
  send: (draft: Draft, key: string) => Promise<unknown>;
  onSaid?: () => void;
  /** Another way out of the form. */
  children?: ReactNode;
}

/** Whoever asked to rewrite a comment writes at once. */
const useFocusWhen = (wanted: boolean) => {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (wanted) field.current?.focus();
  }, [wanted]);
  return field;
};

const EMPTY: Draft = { text: '', rating: null };

/** Says something about a volume, or says it differently. */
export const CommentForm = ({ volumeId, before = EMPTY, label, action, send, onSaid, children }: CommentFormProps) => {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(before);
  const say = useCommand({
    send,
    changes: [['comments', volumeId]],
    onDone: () => {
      setDraft(EMPTY);
      onSaid?.();
    },
  });
  const field = useFocusWhen(before !== EMPTY);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    say.mutate(draft);
  };
  return (
    <form className="comment-form" onSubmit={submit}>
      <TextField
        ref={field}
        label={label}
        value={draft.text}
        problem={say.error ? fieldProblem(failureOf(say.error), 'text', t) : undefined}
        onChange={(event) => setDraft({ ...draft, text: event.target.value })}
      />
      <Counter text={draft.text} />
      <StarChoice rating={draft.rating} onChange={(rating) => setDraft({ ...draft, rating })} />
      {say.error && <ProblemNotice error={say.error} />}
      <div className="form-end">
        <button type="submit" className="button" disabled={!isSayable(draft) || say.isPending}>
          {say.isPending ? t('state.saving') : action}
        </button>
        {children}
      </div>
    </form>
  );
};
