import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listNotifications } from './api/list-notifications.ts';

const MOST_SHOWN = 99;

/** The number of unread messages; nothing when there are none. */
export const UnreadBadge = () => {
  const { t } = useTranslation();
  const { data } = useInfiniteQuery(listNotifications);
  const count = data?.pages[0]?.unreadCount ?? 0;
  if (count === 0) return null;
  return (
    <span className="unread">
      <span aria-hidden="true">{count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}</span>
      <span className="unseen">{t('inbox.unread', { count })}</span>
    </span>
  );
};
