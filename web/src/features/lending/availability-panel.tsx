import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { ActivityStrip } from './activity-strip.tsx';
import { type Availability, getAvailability } from './api/get-availability.ts';

const SPINES = 24;

const spineOf = (index: number, { available, onHold }: Availability): string => {
  if (index < available) return 'spine spine-in';
  return index < available + onHold ? 'spine spine-hold' : 'spine';
};

/** The copies as they stand on the shelf: full spines are in, outlined ones are out. */
const Spines = ({ availability }: { availability: Availability }) => (
  <div className="spines" aria-hidden="true">
    {Array.from({ length: Math.min(SPINES, availability.copies) }, (_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the spines are counted, not told apart
      <span key={index} className={spineOf(index, availability)} />
    ))}
  </div>
);

const Numbers = ({ availability }: { availability: Availability }) => {
  const { t } = useTranslation();
  const { copies, available, onLoan, onHold, waiting } = availability;
  const rest = [
    onLoan > 0 && t('lending.onLoan', { count: onLoan }),
    onHold > 0 && t('lending.onHold', { count: onHold }),
    waiting > 0 && t('lending.waiting', { count: waiting }),
  ].filter(Boolean);
  return (
    <div role="status">
      <p className="available">{copies === 0 ? t('lending.noCopies') : t('lending.of', { available, copies })}</p>
      {rest.length > 0 && <p className="muted">{rest.join(' · ')}</p>}
    </div>
  );
};

interface AvailabilityPanelProps {
  volumeId: string;
  /** The way to take it home. */
  action: (availability: Availability) => ReactNode;
}

/** What stands on the shelf right now, and the way to take it home. */
export const AvailabilityPanel = ({ volumeId, action }: AvailabilityPanelProps) => {
  const { t } = useTranslation();
  const { data, error, dataUpdatedAt, refetch } = useQuery(getAvailability(volumeId));
  if (!data) return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
  return (
    <section className="panel" aria-labelledby="availability">
      <h2 id="availability">{t('lending.availability')}</h2>
      <Spines availability={data} />
      <Numbers availability={data} />
      {action(data)}
      <ActivityStrip key={volumeId} availability={data} seenAt={dataUpdatedAt} />
    </section>
  );
};
