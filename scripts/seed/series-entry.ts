import type { MotifName } from './cover-motifs.ts';

/** The genres of the seed catalogue; the web application knows a word for each in both languages. */
export type Genre =
  | 'Fantasy'
  | 'Slice of life'
  | 'Mystery'
  | 'Science fiction'
  | 'Romance'
  | 'Historical'
  | 'Sports'
  | 'Food'
  | 'Horror';

/** A volume as it is written down: its summary, after its subtitle when it has one. */
export type VolumeEntry = string | readonly [subtitle: string, summary: string];

/** A series as it is written down; `catalogue.ts` works out what every volume has in common. */
export interface SeriesEntry {
  /** Names the cover files and the idempotency keys. */
  slug: string;
  title: string;
  titleEn: string;
  /** The language of the volumes' titles, subtitles and summaries. */
  language: 'ja' | 'en';
  author: string;
  illustrator?: string;
  genre: Genre;
  publisher: string;
  firstPublishedOn: string;
  /** The day of the newest volume; the volumes between are spread evenly. */
  latestPublishedOn: string;
  /** A finished series has a last day of publication, a running one has none. */
  finished: boolean;
  /** The picture on the covers; left out, the slug decides. */
  motif?: MotifName;
  /** In order, from number 1. */
  volumes: readonly VolumeEntry[];
}
