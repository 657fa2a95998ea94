import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { PageHeading } from '../../components/page-heading.tsx';
import { RegisterForm } from '../../features/session/register-form.tsx';
import { useSession } from '../../lib/session.ts';
import { wayBack } from '../way-back.ts';

export default function RegisterPage() {
  const { t } = useTranslation();
  const [address] = useSearchParams();
  if (useSession().status === 'member') return <Navigate to={wayBack(address)} replace />;
  return (
    <div className="doorway">
      <PageHeading title={t('session.join')} intro={t('session.joinText')} />
      <RegisterForm />
      <p className="muted">
        {t('session.hasAccount')}{' '}
        <Link to={{ pathname: '/sign-in', search: address.toString() }}>{t('session.signIn')}</Link>
      </p>
    </div>
  );
}
