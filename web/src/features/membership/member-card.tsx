import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useLanguage } from '../../lib/language.ts';
import type { SessionUser } from '../../lib/session.ts';
import { useCommand } from '../../lib/use-command.ts';
import { writtenDay } from '../../lib/written.ts';
import { type Card, getCard } from './api/get-card.ts';
import { renewCard } from './api/renew-card.ts';

type Member = Pick<SessionUser, 'id' | 'name'>;

const Shown = ({ card: { status, validUntil }, member }: { card: Card; member: Member }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="member-card">
      <span className="seal" aria-hidden="true" lang="ja">
        文庫
      </span>
      <p className="member-card-name">{member.name}</p>
      <p>
        <span className={`badge badge-${status}`}>{t(`card.${status}`)}</span>
      </p>
      <p>{t('card.validUntil', { day: writtenDay(validUntil, language) })}</p>
      <p className="member-card-number">{t('card.number', { number: member.id })}</p>
    </div>
  );
};

/** The member's card, and how to renew it. */
export const MemberCard = ({ member }: { member: Member }) => {
  const { t } = useTranslation();
  const card = useQuery(getCard);
  const renew = useCommand({ send: renewCard, changes: [['me', 'card']] });
  if (card.isPending) return <Loading />;
  if (!card.data) return <ProblemNotice error={card.error} onRetry={() => void card.refetch()} />;
  return (
    <>
      <Shown card={card.data} member={member} />
      {card.data.status === 'suspended' && <p className="hint">{t('card.suspendedHint')}</p>}
      <div className="form-end">
        <button
          type="button"
          className="button button-quiet"
          disabled={renew.isPending}
          onClick={() => renew.mutate(undefined)}
        >
          {renew.isPending ? t('state.saving') : t('card.renew')}
        </button>
        <span role="status" className="saved">
          {renew.isSuccess && t('card.renewed')}
        </span>
      </div>
      {renew.error && <ProblemNotice error={renew.error} />}
    </>
  );
};
