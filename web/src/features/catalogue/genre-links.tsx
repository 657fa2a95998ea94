import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { genreWord, knownGenres } from './genre-word.ts';

/** The way to every genre on the shelves. */
export const GenreLinks = () => {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="genre-links">
      <h2 id="genre-links">{t('search.byGenre')}</h2>
      <ul className="chips">
        {knownGenres.map((genre) => (
          <li key={genre}>
            <Link className="chip" to={`/?genre=${encodeURIComponent(genre)}`}>
              {genreWord(genre, t)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
};
