import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { PageHeading } from '../../components/page-heading.tsx';
import { WhereMailIsShown } from '../../features/mail/where-mail-is-shown.tsx';
import { ProviderLinks } from '../../features/session/provider-links.tsx';
import { SignInForm } from '../../features/session/sign-in-form.tsx';
import { SignInRefusal } from '../../features/session/sign-in-refusal.tsx';
import { useSession } from '../../lib/session.ts';
import { wayBack } from '../way-back.ts';

export default function SignInPage() {
  const { t } = useTranslation();
  const [address] = useSearchParams();
  if (useSession().status === 'member') return <Navigate to={wayBack(address)} replace />;
  return (
    <div className="doorway">
      <PageHeading title={t('session.welcome')} intro={t('session.welcomeText')} />
      <SignInRefusal code={address.get('error')} />
      <SignInForm />
      <ProviderLinks returnTo={wayBack(address)} />
      <WhereMailIsShown>
        <p className="hint aside">{t('session.demo')}</p>
      </WhereMailIsShown>
      <p className="muted">
        {t('session.noAccount')}{' '}
        <Link to={{ pathname: '/register', search: address.toString() }}>{t('session.register')}</Link>
      </p>
    </div>
  );
}
