import { useTranslation } from 'react-i18next';
import { signIn } from './api/sign-in.ts';
import { CredentialsForm } from './credentials-form.tsx';

const entries = [
  { name: 'email', type: 'email', autoComplete: 'username' },
  { name: 'password', type: 'password', autoComplete: 'current-password' },
] as const;

/** Signs a member in. */
export const SignInForm = () => {
  const { t } = useTranslation();
  return (
    <CredentialsForm entries={entries} empty={{ email: '', password: '' }} action={t('session.signIn')} send={signIn} />
  );
};
