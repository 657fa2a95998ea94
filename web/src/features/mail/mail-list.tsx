import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyShelf } from '../../components/empty-shelf.tsx';
import { Loading } from '../../components/loading.tsx';
import { useLanguage } from '../../lib/language.ts';
import { writtenInstant } from '../../lib/written.ts';
import { listMail, type Mail } from './api/list-mail.ts';

const Letter = ({ mail: { to, kind, subject, text, sentAt } }: { mail: Mail }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <details>
      <summary>
        <span className="letter-subject">{subject}</span>
        <span className="muted">
          {t('mail.to')} {to}
        </span>
        <time dateTime={sentAt}>{writtenInstant(sentAt, language)}</time>
        {kind && <span className="badge badge-returned">{kind}</span>}
      </summary>
      <pre>{text}</pre>
    </details>
  );
};

/** The mails that would have been sent, as text. */
export const MailList = () => {
  const { t } = useTranslation();
  const { data, isPending } = useQuery(listMail);
  if (isPending) return <Loading />;
  if (!data) return <EmptyShelf>{t('mail.away')}</EmptyShelf>;
  if (data.items.length === 0) return <EmptyShelf>{t('mail.none')}</EmptyShelf>;
  return (
    <ul className="letters">
      {data.items.map((mail) => (
        <li key={mail.id} className="letter">
          <Letter mail={mail} />
        </li>
      ))}
    </ul>
  );
};
