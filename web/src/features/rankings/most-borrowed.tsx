import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Cover } from '../../components/cover.tsx';
import { languageOfText } from '../../lib/language-of-text.ts';
import { getRanking } from './api/get-ranking.ts';

const SHOWN = 6;

/** A shelf of what others borrow most; nothing before the first loan. */
export const MostBorrowed = () => {
  const { t } = useTranslation();
  const { data } = useQuery({ ...getRanking('all-time'), refetchInterval: false });
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-labelledby="most-borrowed">
      <h2 id="most-borrowed">{t('rankings.title')}</h2>
      <ul className="shelf shelf-row">
        {data.items.slice(0, SHOWN).map(({ volumeId, title, coverUrl }) => (
          <li key={volumeId}>
            <Link className="book" to={`/volumes/${volumeId}`}>
              <Cover src={coverUrl} title={title} />
              <strong className="book-title" lang={languageOfText(title)}>
                {title}
              </strong>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
};
