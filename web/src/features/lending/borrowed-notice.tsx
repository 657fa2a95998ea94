import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../lib/language.ts';
import { writtenDay } from '../../lib/written.ts';
import type { Loan } from './api/borrow-volume.ts';

/** Says until when a loan runs. */
export const BorrowedNotice = ({ loan: { dueOn } }: { loan: Loan }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="notice notice-good" role="status">
      <p>{t('lending.borrowed', { day: writtenDay(dueOn, language) })}</p>
      <Link to="/loans">{t('lending.toLoans')}</Link>
    </div>
  );
};
