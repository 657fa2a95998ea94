import { type FormEvent, type HTMLInputAutoCompleteAttribute, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { failureOf } from '../../lib/http/failure.ts';
import { fieldProblem } from '../../lib/problem-words.ts';
import { keepSession, type SessionAnswer } from '../../lib/session.ts';
import { useCommand } from '../../lib/use-command.ts';

type FieldName = 'name' | 'email' | 'password';

interface Entry<Name extends string> {
  name: Name;
  type: 'text' | 'email' | 'password';
  autoComplete: HTMLInputAutoCompleteAttribute;
  minLength?: number;
  maxLength?: number;
  hint?: string;
}

interface CredentialsFormProps<Name extends string> {
  entries: readonly Entry<Name>[];
  empty: Record<Name, string>;
  action: string;
  send: (entered: Record<Name, string>, key: string) => Promise<SessionAnswer>;
}

/** Asks for what opens the door; the session becomes that of the one who came in. */
export const CredentialsForm = <Name extends FieldName>(props: CredentialsFormProps<Name>) => {
  const { t } = useTranslation();
  const labelOf = (name: FieldName) => t(`session.${name}`);
  const [entered, setEntered] = useState(props.empty);
  const command = useCommand({ send: props.send, onDone: keepSession });
  const failure = command.error ? failureOf(command.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    command.mutate(entered);
  };
  return (
    <form className="form" onSubmit={submit}>
      {command.error && <ProblemNotice error={command.error} />}
      {props.entries.map((entry) => (
        <Field
          key={entry.name}
          {...entry}
          label={labelOf(entry.name)}
          required
          value={entered[entry.name]}
          problem={fieldProblem(failure, entry.name, t)}
          onChange={(event) => setEntered({ ...entered, [entry.name]: event.target.value })}
        />
      ))}
      <button type="submit" className="button button-wide" disabled={command.isPending}>
        {command.isPending ? t('state.loading') : props.action}
      </button>
    </form>
  );
};
