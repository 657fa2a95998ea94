import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { nextVolumes } from './api/next-volumes.ts';
import { VolumeCard } from './volume-card.tsx';

/** The volumes to read after this one; nothing after the last. */
export const NextInSeries = ({ volumeId }: { volumeId: string }) => {
  const { t } = useTranslation();
  const { data } = useQuery(nextVolumes(volumeId));
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-labelledby="next-in-series">
      <h2 id="next-in-series">{t('volume.next')}</h2>
      <ul className="shelf">
        {data.items.map((volume) => (
          <VolumeCard key={volume.volumeId} volume={volume} />
        ))}
      </ul>
    </section>
  );
};
