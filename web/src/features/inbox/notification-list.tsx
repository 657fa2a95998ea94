import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyShelf } from '../../components/empty-shelf.tsx';
import { LoadMore } from '../../components/load-more.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { itemsOf } from '../../lib/page-of.ts';
import { useCommand } from '../../lib/use-command.ts';
import { listNotifications } from './api/list-notifications.ts';
import { markAllRead } from './api/mark-all-read.ts';
import { NotificationEntry } from './notification-entry.tsx';

const Unread = ({ count }: { count: number }) => {
  const { t } = useTranslation();
  const readAll = useCommand({ send: markAllRead, changes: [['me', 'notifications']] });
  return (
    <div className="inbox-head">
      <p className="count" role="status">
        {count === 0 ? t('inbox.allRead') : t('inbox.unread', { count })}
      </p>
      {count > 0 && (
        <button
          type="button"
          className="button button-quiet"
          disabled={readAll.isPending}
          onClick={() => readAll.mutate(undefined)}
        >
          {t('inbox.markAll')}
        </button>
      )}
      {readAll.error && <ProblemNotice error={readAll.error} />}
    </div>
  );
};

/** The member's messages; new ones appear by themselves. */
export const NotificationList = () => {
  const { t } = useTranslation();
  const list = useInfiniteQuery(listNotifications);
  if (list.isPending) return <Loading />;
  if (!list.data) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;

  const all = itemsOf(list.data.pages, ({ notificationId }) => notificationId);
  if (all.length === 0) return <EmptyShelf>{t('inbox.none')}</EmptyShelf>;
  return (
    <>
      <Unread count={list.data.pages[0]?.unreadCount ?? 0} />
      <ul className="messages">
        {all.map((notification) => (
          <NotificationEntry key={notification.notificationId} notification={notification} />
        ))}
      </ul>
      <LoadMore list={list} />
    </>
  );
};
