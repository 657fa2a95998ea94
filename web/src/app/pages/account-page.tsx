import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/avatar.tsx';
import { Loading } from '../../components/loading.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Section } from '../../components/section.tsx';
import { MemberCard } from '../../features/membership/member-card.tsx';
import { getProfile } from '../../features/profile/api/get-profile.ts';
import { DeleteAccount } from '../../features/profile/delete-account.tsx';
import { NameForm } from '../../features/profile/name-form.tsx';
import { PreferencesForm } from '../../features/profile/preferences-form.tsx';
import { SignOutButton } from '../../features/session/sign-out-button.tsx';

export default function AccountPage() {
  const { t } = useTranslation();
  const profile = useQuery(getProfile);
  if (profile.isPending) return <Loading />;
  if (!profile.data) return <ProblemNotice error={profile.error} onRetry={() => void profile.refetch()} />;
  const { name, email, avatarUrl, language, unsubscribed } = profile.data;
  return (
    <div className="profile">
      <div className="profile-head">
        <Avatar src={avatarUrl} large />
        <PageHeading title={name} intro={email} />
        <SignOutButton />
      </div>
      <Section title={t('card.title')}>
        <MemberCard member={profile.data} />
      </Section>
      <Section title={t('profile.name')}>
        <NameForm name={name} />
      </Section>
      <Section title={t('profile.notices')}>
        <PreferencesForm language={language} unsubscribed={unsubscribed} />
      </Section>
      <Section title={t('profile.delete')}>
        <DeleteAccount />
      </Section>
    </div>
  );
}
