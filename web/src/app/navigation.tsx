import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { UnreadBadge } from '../features/inbox/unread-badge.tsx';
import { WhereMailIsShown } from '../features/mail/where-mail-is-shown.tsx';
import { BasketLink } from '../features/shop/basket-link.tsx';
import { isStaff, useSession } from '../lib/session.ts';

/** The ways to every part of the library that is open to the visitor. */
export const Navigation = () => {
  const { t } = useTranslation();
  const session = useSession();
  const isMember = session.status === 'member';
  return (
    <nav className="navigation" aria-label={t('site.menu')}>
      <NavLink to="/" end>
        {t('nav.catalogue')}
      </NavLink>
      <NavLink to="/rankings">{t('nav.rankings')}</NavLink>
      <NavLink to="/shop" end>
        {t('nav.shop')}
      </NavLink>
      <BasketLink />
      {isMember && <NavLink to="/loans">{t('nav.loans')}</NavLink>}
      {isMember && <NavLink to="/orders">{t('nav.orders')}</NavLink>}
      {isMember && (
        <NavLink to="/inbox">
          {t('nav.inbox')}
          <UnreadBadge />
        </NavLink>
      )}
      {isStaff(session) && <NavLink to="/desk">{t('nav.desk')}</NavLink>}
      <WhereMailIsShown>
        <NavLink to="/mail">{t('nav.mail')}</NavLink>
      </WhereMailIsShown>
    </nav>
  );
};
