import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { endSession, type SessionAnswer, useSession } from '../../lib/session.ts';
import { useCommand } from '../../lib/use-command.ts';
import { signOut } from './api/sign-out.ts';

const DOORS = ['/sign-in', '/register'];

const WayIn = () => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const next = DOORS.includes(pathname) ? '' : `?next=${encodeURIComponent(pathname)}`;
  return (
    <Link className="button button-small" to={`/sign-in${next}`}>
      {t('session.signIn')}
    </Link>
  );
};

const WayOut = ({ user }: { user: SessionAnswer['user'] }) => {
  const { t } = useTranslation();
  const leave = useCommand({ send: signOut, onDone: endSession });
  return (
    <div className="session">
      <span className="session-name" title={user.email}>
        {t('session.signedInAs', { name: user.name })}
      </span>
      <button
        type="button"
        className="button button-quiet button-small"
        disabled={leave.isPending}
        onClick={() => leave.mutate(undefined)}
      >
        {t('session.signOut')}
      </button>
    </div>
  );
};

/** Who is here, and the way out; or the way in. Nothing until that is known. */
export const SessionMenu = () => {
  const session = useSession();
  if (session.status === 'starting') return null;
  return session.status === 'member' ? <WayOut user={session.user} /> : <WayIn />;
};
