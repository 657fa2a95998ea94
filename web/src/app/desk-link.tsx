import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isStaff, useSession } from '../lib/session.ts';

/** The way to where librarians work on what this page shows; nothing for readers. */
export const DeskLink = ({ to }: { to: string }) => {
  const { t } = useTranslation();
  if (!isStaff(useSession())) return null;
  return (
    <p className="desk-link">
      <Link className="button button-quiet button-small" to={to}>
        {t('desk.workOn')}
      </Link>
    </p>
  );
};
