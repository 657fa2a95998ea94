import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../components/page-heading.tsx';
import { MailList } from '../../features/mail/mail-list.tsx';

export default function MailPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeading title={t('mail.title')} intro={t('mail.intro')} />
      <MailList />
    </>
  );
}
