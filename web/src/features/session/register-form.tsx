import { useTranslation } from 'react-i18next';
import { register } from './api/register.ts';
import { CredentialsForm } from './credentials-form.tsx';

const entries = [
  { name: 'name', type: 'text', autoComplete: 'name', maxLength: 100 },
  { name: 'email', type: 'email', autoComplete: 'email', maxLength: 254 },
  { name: 'password', type: 'password', autoComplete: 'new-password', minLength: 8, maxLength: 128 },
] as const;

/** Makes a visitor a member and signs them in. */
export const RegisterForm = () => {
  const { t } = useTranslation();
  return (
    <CredentialsForm
      entries={entries.map((entry) =>
        entry.name === 'password' ? { ...entry, hint: t('session.passwordHint') } : entry,
      )}
      empty={{ name: '', email: '', password: '' }}
      action={t('session.register')}
      send={register}
    />
  );
};
