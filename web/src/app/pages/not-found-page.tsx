import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyShelf } from '../../components/empty-shelf.tsx';
import { PageHeading } from '../../components/page-heading.tsx';

export default function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeading title={t('state.notFound')} />
      <EmptyShelf>
        <Link to="/">{t('state.back')}</Link>
      </EmptyShelf>
    </>
  );
}
