import { useTranslation } from 'react-i18next';
import { Cover } from '../../components/cover.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { bothTitles } from '../../lib/both-titles.ts';
import { useLanguage } from '../../lib/language.ts';
import { writtenDay } from '../../lib/written.ts';
import { genreWord } from './genre-word.ts';
import type { Series } from './series.ts';

const useFacts = (series: Series): readonly (readonly [name: string, fact: string | null | undefined])[] => {
  const { t } = useTranslation();
  const language = useLanguage();
  return [
    [t('catalogue.author'), series.author],
    [t('series.illustrator'), series.illustrator],
    [t('catalogue.genre'), genreWord(series.genre, t)],
    [t('series.publisher'), series.publisher],
    [t('series.firstPublished'), writtenDay(series.firstPublishedOn, language)],
    series.lastPublishedOn
      ? [t('series.lastPublished'), writtenDay(series.lastPublishedOn, language)]
      : [t('series.status'), t('series.ongoing')],
  ];
};

const Facts = ({ series }: { series: Series }) => (
  <dl className="facts">
    {useFacts(series).map(([name, fact]) =>
      fact ? (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{fact}</dd>
        </div>
      ) : null,
    )}
  </dl>
);

/** The title page of a series. */
export const SeriesDetails = ({ series }: { series: Series }) => {
  const { t } = useTranslation();
  const titles = bothTitles(series, useLanguage());
  return (
    <section className="spread">
      <Cover src={series.coverUrl} title={series.title} eager />
      <div className="spread-text">
        <PageHeading title={titles.first} intro={titles.second} />
        <p className="count">{t('catalogue.volumes', { count: series.volumeCount })}</p>
        <Facts series={series} />
      </div>
    </section>
  );
};
