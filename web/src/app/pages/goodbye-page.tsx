import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeading } from '../../components/page-heading.tsx';

export default function GoodbyePage() {
  const { t } = useTranslation();
  return (
    <div className="doorway">
      <PageHeading title={t('profile.goodbye')} intro={t('profile.goodbyeText')} />
      <Link to="/">{t('state.back')}</Link>
    </div>
  );
}
