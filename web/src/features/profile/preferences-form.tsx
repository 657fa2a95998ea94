import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NoticeKind } from '../../../../events/accounts/notice-kind.ts';
import { Choice } from '../../components/choice.tsx';
import { FormEnd } from '../../components/form-end.tsx';
import { languages } from '../../lib/language.ts';
import { useCommand } from '../../lib/use-command.ts';
import { changeProfile } from './api/change-profile.ts';
import type { Profile } from './api/get-profile.ts';
import { kindsOf, type NoticeGroup, noticeGroups } from './notice-groups.ts';

type Preferences = Pick<Profile, 'language' | 'unsubscribed'>;

interface KindsProps {
  group: NoticeGroup;
  unwanted: readonly NoticeKind[];
  onToggle: (kind: NoticeKind) => void;
}

const Kinds = ({ group, unwanted, onToggle }: KindsProps) => {
  const { t } = useTranslation();
  return (
    <fieldset className="checks">
      <legend>{t(`profile.groups.${group}`)}</legend>
      {kindsOf(group, NoticeKind.options).map((kind) => (
        <label key={kind} className="check">
          <input type="checkbox" checked={!unwanted.includes(kind)} onChange={() => onToggle(kind)} />
          {t(`profile.kinds.${kind}`)}
        </label>
      ))}
    </fieldset>
  );
};

/** In which language the library writes, and about what it sends mail. */
export const PreferencesForm = ({ language, unsubscribed }: Preferences) => {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Preferences>({ language, unsubscribed });
  const change = useCommand({ send: changeProfile, changes: [['me', 'profile']] });
  const toggle = (kind: NoticeKind) =>
    setChosen(({ unsubscribed, ...rest }) => ({
      ...rest,
      unsubscribed: unsubscribed.includes(kind)
        ? unsubscribed.filter((other) => other !== kind)
        : [...unsubscribed, kind],
    }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(chosen);
  };
  return (
    <form className="form" onSubmit={submit}>
      <Choice
        label={t('profile.language')}
        value={chosen.language}
        options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
        onChange={(value) => setChosen({ ...chosen, language: value })}
      />
      <p className="hint">{t('profile.mailHint')}</p>
      {noticeGroups.map((group) => (
        <Kinds key={group} group={group} unwanted={chosen.unsubscribed} onToggle={toggle} />
      ))}
      <FormEnd command={change} />
    </form>
  );
};
