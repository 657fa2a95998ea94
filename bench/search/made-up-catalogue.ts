import { SeriesId, VolumeId } from '../../events/ids.ts';
import { randomFrom } from './random-words.ts';

/** A series that nobody wrote, and its volumes, as their events say them. */
export interface MadeUp {
  series: {
    seriesId: SeriesId;
    title: string;
    titleEn: string;
    author: string;
    genre: string;
    publisher: string;
    firstPublishedOn: string;
  };
  volumes: readonly {
    volumeId: VolumeId;
    seriesId: SeriesId;
    title: string;
    subtitle?: string;
    number: number;
    summary: string;
    publishedOn: string;
    initialCopies: number;
  }[];
}

export const VOLUMES_PER_SERIES = 10;
const idOf = (number: number): string => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const upper = (text: string) => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

/** The same catalogue each time: titles in both languages, most summaries in Japanese, the others in English. */
export const madeUpCatalogue = (count: number): readonly MadeUp[] => {
  const say = randomFrom(20_000);
  return Array.from({ length: count }, (_, index) => {
    const seriesId = SeriesId.parse(idOf(index));
    const title = say.japanese(3);
    const series = {
      seriesId,
      title: `${title} ${index}`,
      titleEn: upper(say.english(3)),
      author: `${say.japanese(1)} ${say.japanese(1)}`,
      genre: 'fantasy',
      publisher: '文庫社',
      firstPublishedOn: '2020-01-01',
    };
    const volumes = Array.from({ length: VOLUMES_PER_SERIES }, (_, at) => ({
      volumeId: VolumeId.parse(idOf(1_000_000 + index * VOLUMES_PER_SERIES + at)),
      seriesId,
      title: `${title} ${at + 1}`,
      ...(say.chance(0.5) && { subtitle: upper(say.english(2)) }),
      number: at + 1,
      summary: say.chance(0.7) ? say.japanese(60) : `${upper(say.english(40))}.`,
      publishedOn: '2020-01-01',
      initialCopies: 0,
    }));
    return { series, volumes };
  });
};
