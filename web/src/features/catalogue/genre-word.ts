import type { TFunction } from 'i18next';
import { en } from '../../lib/words/en.ts';

type KnownGenre = keyof typeof en.genres;

const isKnown = (genre: string): genre is KnownGenre => Object.hasOwn(en.genres, genre);

export const knownGenres: readonly string[] = Object.keys(en.genres);

/** A genre in the reader's language; one that a librarian has made up stays as it was written. */
export const genreWord = (genre: string, t: TFunction): string => (isKnown(genre) ? t(`genres.${genre}`) : genre);
