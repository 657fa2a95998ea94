import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../components/page-heading.tsx';
import { CardDesk } from '../../features/membership/card-desk.tsx';

export default function DeskCardsPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeading title={t('desk.cards')} intro={t('desk.cardsIntro')} />
      <CardDesk />
    </>
  );
}
