import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeading } from '../../components/page-heading.tsx';
import { DeskSeriesList } from '../../features/catalogue/desk-series-list.tsx';

export default function DeskPage() {
  const { t } = useTranslation();
  return (
    <>
      <div className="desk-head">
        <PageHeading title={t('desk.title')} intro={t('desk.intro')} />
        <Link className="button" to="/desk/new-series">
          {t('desk.newSeries')}
        </Link>
      </div>
      <DeskSeriesList />
    </>
  );
}
