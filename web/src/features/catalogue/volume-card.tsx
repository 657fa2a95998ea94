import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Cover } from '../../components/cover.tsx';
import { useLanguage } from '../../lib/language.ts';
import { languageOfText } from '../../lib/language-of-text.ts';
import { writtenDay } from '../../lib/written.ts';
import { tellsItsNumber, type Volume } from './series.ts';

/** A volume on a shelf: its cover, its number and the day it came out. */
export const VolumeCard = ({ volume }: { volume: Volume }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <li>
      <Link className="book" to={`/volumes/${volume.volumeId}`}>
        <Cover src={volume.coverUrl} title={volume.title} />
        <strong className="book-title" lang={languageOfText(volume.title)}>
          {volume.title}
        </strong>
        {volume.subtitle && (
          <span className="book-second" lang={languageOfText(volume.subtitle)}>
            {volume.subtitle}
          </span>
        )}
        <span className="book-meta">
          {!tellsItsNumber(volume) && `${t('volume.number', { number: volume.number })} · `}
          {writtenDay(volume.publishedOn, language)}
        </span>
      </Link>
    </li>
  );
};
