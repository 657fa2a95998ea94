import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PageHeading } from '../../components/page-heading.tsx';
import { NewSeriesForm } from '../../features/catalogue/series-form.tsx';

export default function DeskNewSeriesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <>
      <PageHeading title={t('desk.newSeries')} />
      <NewSeriesForm onCreated={({ seriesId }) => void navigate(`/desk/series/${seriesId}`)} />
    </>
  );
}
