import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';
import { FormEnd } from '../../components/form-end.tsx';
import { failureOf } from '../../lib/http/failure.ts';
import { fieldProblem } from '../../lib/problem-words.ts';
import { renameMember } from '../../lib/session.ts';
import { useCommand } from '../../lib/use-command.ts';
import { changeProfile } from './api/change-profile.ts';

/** How the member is called, here and beside their comments. */
export const NameForm = ({ name }: { name: string }) => {
  const { t } = useTranslation();
  const [entered, setEntered] = useState(name);
  const change = useCommand({
    send: changeProfile,
    changes: [['me', 'profile'], ['comments']],
    onDone: (profile) => renameMember(profile.name),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ name: entered });
  };
  return (
    <form className="form" onSubmit={submit}>
      <Field
        label={t('session.name')}
        hint={t('profile.nameHint')}
        autoComplete="name"
        required
        maxLength={100}
        value={entered}
        problem={change.error ? fieldProblem(failureOf(change.error), 'name', t) : undefined}
        onChange={(event) => setEntered(event.target.value)}
      />
      <FormEnd command={change} />
    </form>
  );
};
