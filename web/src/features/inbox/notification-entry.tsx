import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useLanguage } from '../../lib/language.ts';
import { useCommand } from '../../lib/use-command.ts';
import { writtenInstant } from '../../lib/written.ts';
import type { Notification } from './api/list-notifications.ts';
import { markRead } from './api/mark-read.ts';

/** Links of messages lead into this site; anything else is not followed. */
const isOnThisSite = (link: string | null | undefined): link is string => /^\/(?![/\\])/.test(link ?? '');

const Head = ({ notification: { title, createdAt, readAt } }: { notification: Notification }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="message-head">
      <h2>{title}</h2>
      {!readAt && <span className="badge badge-open">{t('inbox.new')}</span>}
      <time dateTime={createdAt}>{writtenInstant(createdAt, language)}</time>
    </div>
  );
};

/** One message; reading on or pressing the button marks it as read. */
export const NotificationEntry = ({ notification }: { notification: Notification }) => {
  const { t } = useTranslation();
  const { notificationId, title, body, link, readAt } = notification;
  const read = useCommand({ send: markRead, changes: [['me', 'notifications']] });
  const mark = () => read.mutate(notificationId);
  return (
    <li className={readAt ? 'message' : 'message message-new'}>
      <Head notification={notification} />
      <p className="message-body">{body}</p>
      <p className="message-actions">
        {isOnThisSite(link) && (
          <Link to={link} onClick={() => !readAt && mark()}>
            {t('inbox.open')}
          </Link>
        )}
        {!readAt && (
          <button type="button" className="button button-quiet" disabled={read.isPending} onClick={mark}>
            {t('inbox.markRead')}
            <span className="unseen">: {title}</span>
          </button>
        )}
      </p>
      {read.error && <ProblemNotice error={read.error} />}
    </li>
  );
};
