import type { MotifName } from './cover-motifs.ts';
import { coverPath } from './covers.ts';
import { everydayLife } from './series/everyday-life.ts';
import { fantasy } from './series/fantasy.ts';
import { historical } from './series/historical.ts';
import { mysteryAndHorror } from './series/mystery-and-horror.ts';
import { romance } from './series/romance.ts';
import { scienceFiction } from './series/science-fiction.ts';
import { sportsAndFood } from './series/sports-and-food.ts';
import type { SeriesEntry, VolumeEntry } from './series-entry.ts';
import { spreadOf } from './spread.ts';

/** The body of `POST /api/series`. */
export interface SeriesBody {
  title: string;
  titleEn: string;
  author: string;
  illustrator?: string;
  genre: string;
  publisher: string;
  coverUrl: string;
  firstPublishedOn: string;
  lastPublishedOn?: string;
}

/** The body of `POST /api/volumes`, before its series has an id. */
export interface VolumeBody {
  title: string;
  subtitle?: string;
  number: number;
  totalPages: number;
  summary: string;
  coverUrl: string;
  publishedOn: string;
  initialCopies: number;
}

/** One series of the seed catalogue with its volumes, ready to be sent. */
export interface SeedSeries {
  slug: string;
  motif?: MotifName;
  body: SeriesBody;
  volumes: readonly VolumeBody[];
}

const DAY = 86_400_000;

/** Volume 1 comes out on the first day, the last one on the latest day, the others evenly between. */
const publishedOn = ({ firstPublishedOn, latestPublishedOn, volumes }: SeriesEntry, number: number): string => {
  const first = Date.parse(firstPublishedOn);
  const share = volumes.length === 1 ? 0 : (number - 1) / (volumes.length - 1);
  const days = Math.round(((Date.parse(latestPublishedOn) - first) / DAY) * share);
  return new Date(first + days * DAY).toISOString().slice(0, 10);
};

const volumeOf = (series: SeriesEntry, entry: VolumeEntry, number: number): VolumeBody => {
  const [subtitle, summary] = typeof entry === 'string' ? [undefined, entry] : entry;
  const spread = spreadOf(`${series.slug}-${number}`);
  return {
    title: `${series.language === 'ja' ? series.title : series.titleEn} ${number}`,
    ...(subtitle === undefined ? {} : { subtitle }),
    number,
    totalPages: 160 + 8 * (spread % 9),
    summary,
    coverUrl: coverPath(series.slug, number),
    publishedOn: publishedOn(series, number),
    initialCopies: 1 + ((spread >>> 8) % 6),
  };
};

const seriesOf = (entry: SeriesEntry): SeedSeries => ({
  slug: entry.slug,
  ...(entry.motif === undefined ? {} : { motif: entry.motif }),
  body: {
    title: entry.title,
    titleEn: entry.titleEn,
    author: entry.author,
    ...(entry.illustrator === undefined ? {} : { illustrator: entry.illustrator }),
    genre: entry.genre,
    publisher: entry.publisher,
    coverUrl: coverPath(entry.slug),
    firstPublishedOn: entry.firstPublishedOn,
    ...(entry.finished ? { lastPublishedOn: entry.latestPublishedOn } : {}),
  },
  volumes: entry.volumes.map((volume, index) => volumeOf(entry, volume, index + 1)),
});

/** Everything on the shelves of a fresh library; invented for this project, the same on every machine. */
export const catalogue: readonly SeedSeries[] = [
  ...fantasy,
  ...everydayLife,
  ...mysteryAndHorror,
  ...scienceFiction,
  ...romance,
  ...historical,
  ...sportsAndFood,
].map(seriesOf);
