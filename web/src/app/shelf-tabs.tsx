import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

/** The two halves of what a member has to do with: what is at home, and what is waited for. */
export const ShelfTabs = () => {
  const { t } = useTranslation();
  return (
    <nav className="tabs" aria-label={t('records.mine')}>
      <NavLink to="/loans">{t('records.title')}</NavLink>
      <NavLink to="/holds">{t('holds.title')}</NavLink>
    </nav>
  );
};
