import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listNewVolumes } from './api/list-new-volumes.ts';
import { VolumeCard } from './volume-card.tsx';

/** The shelf by the door: what came out this week. It is not there in a week without anything new. */
export const NewVolumes = () => {
  const { t } = useTranslation();
  const { data } = useQuery(listNewVolumes);
  if (!data || data.items.length === 0) return null;
  return (
    <section className="new-volumes" aria-labelledby="new-volumes">
      <h2 id="new-volumes">{t('catalogue.newThisWeek')}</h2>
      <ul className="shelf shelf-row">
        {data.items.map((volume) => (
          <VolumeCard key={volume.volumeId} volume={volume} />
        ))}
      </ul>
    </section>
  );
};
