import { Navigate, Outlet, useLocation } from 'react-router';
import { Loading } from '../components/loading.tsx';
import { useSession } from '../lib/session.ts';

/** Shows a page to members; a guest signs in first and comes back. */
export const MembersOnly = () => {
  const { pathname, search } = useLocation();
  const session = useSession();
  if (session.status === 'starting') return <Loading />;
  if (session.status === 'guest')
    return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />;
  return <Outlet />;
};
