import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Avatar } from '../../components/avatar.tsx';
import { type SessionUser, useSession } from '../../lib/session.ts';
import { SignOutButton } from './sign-out-button.tsx';

const DOORS = ['/sign-in', '/register'];

const WayIn = () => {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const next = DOORS.includes(pathname) ? '' : `?next=${encodeURIComponent(pathname + search)}`;
  return (
    <Link className="button button-small" to={`/sign-in${next}`}>
      {t('session.signIn')}
    </Link>
  );
};

const Member = ({ user }: { user: SessionUser }) => {
  const { t } = useTranslation();
  return (
    <div className="session">
      <Link className="session-member" to="/account" title={user.email}>
        <Avatar src={user.avatarUrl} />
        <span className="session-name">{t('session.signedInAs', { name: user.name })}</span>
      </Link>
      <SignOutButton />
    </div>
  );
};

/** Who is here, and the way to what is theirs; or the way in. Nothing until that is known. */
export const SessionMenu = () => {
  const session = useSession();
  if (session.status === 'starting') return null;
  return session.status === 'member' ? <Member user={session.user} /> : <WayIn />;
};
