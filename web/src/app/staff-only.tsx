import { useTranslation } from 'react-i18next';
import { NavLink, Outlet } from 'react-router';
import { isStaff, useSession } from '../lib/session.ts';
import NotFoundPage from './pages/not-found-page.tsx';

/** Shows the desk to those who keep the library; for others it is not there. */
export const StaffOnly = () => {
  const { t } = useTranslation();
  if (!isStaff(useSession())) return <NotFoundPage />;
  return (
    <>
      <nav className="tabs" aria-label={t('desk.title')}>
        <NavLink to="/desk" end>
          {t('nav.catalogue')}
        </NavLink>
        <NavLink to="/desk/products">{t('shopDesk.products')}</NavLink>
        <NavLink to="/desk/orders">{t('shopDesk.orders')}</NavLink>
        <NavLink to="/desk/cards">{t('desk.cards')}</NavLink>
      </nav>
      <Outlet />
    </>
  );
};
