import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../components/page-heading.tsx';
import { NotificationList } from '../../features/inbox/notification-list.tsx';

export default function InboxPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeading title={t('inbox.title')} />
      <NotificationList />
    </>
  );
}
