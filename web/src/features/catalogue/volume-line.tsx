import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Cover } from '../../components/cover.tsx';
import { languageOfText } from '../../lib/language-of-text.ts';
import { getVolume } from './api/get-volume.ts';

/** A volume by its id, in one line; one that was withdrawn says so. */
export const VolumeLine = ({ volumeId }: { volumeId: string }) => {
  const { t } = useTranslation();
  const { data, isError } = useQuery(getVolume(volumeId));
  if (isError) return <p className="volume-line muted">{t('problem.volume-not-found')}</p>;
  return (
    <p className="volume-line">
      <Cover src={data?.coverUrl} title={data?.title ?? ''} />
      <Link to={`/volumes/${volumeId}`} lang={languageOfText(data?.title ?? '')}>
        {data?.title ?? '…'}
      </Link>
    </p>
  );
};
