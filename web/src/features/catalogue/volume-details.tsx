import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeading } from '../../components/page-heading.tsx';
import { bothTitles } from '../../lib/both-titles.ts';
import { useLanguage } from '../../lib/language.ts';
import { languageOfText } from '../../lib/language-of-text.ts';
import { writtenDay } from '../../lib/written.ts';
import { getSeries } from './api/get-series.ts';
import { tellsItsNumber, type Volume } from './series.ts';

const SeriesLink = ({ seriesId }: { seriesId: string }) => {
  const language = useLanguage();
  const { data } = useQuery(getSeries(seriesId));
  return <Link to={`/series/${seriesId}`}>{data ? bothTitles(data, language).first : '…'}</Link>;
};

const Facts = ({ volume }: { volume: Volume }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <dl className="facts">
      <div>
        <dt>{t('volume.series')}</dt>
        <dd>
          <SeriesLink seriesId={volume.seriesId} />
        </dd>
      </div>
      <div>
        <dt>{t('volume.published')}</dt>
        <dd>{writtenDay(volume.publishedOn, language)}</dd>
      </div>
      {volume.totalPages && (
        <div>
          <dt>{t('volume.pages')}</dt>
          <dd>{volume.totalPages}</dd>
        </div>
      )}
    </dl>
  );
};

/** Title, summary and facts of a volume. */
export const VolumeDetails = ({ volume }: { volume: Volume }) => {
  const { t } = useTranslation();
  return (
    <>
      {!tellsItsNumber(volume) && <p className="overline">{t('volume.number', { number: volume.number })}</p>}
      <PageHeading title={volume.title} intro={volume.subtitle} />
      {volume.summary && (
        <section aria-label={t('volume.about')}>
          <p className="summary" lang={languageOfText(volume.summary)}>
            {volume.summary}
          </p>
        </section>
      )}
      <Facts volume={volume} />
    </>
  );
};
