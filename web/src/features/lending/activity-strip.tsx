import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/language.ts';
import { writtenTime } from '../../lib/written.ts';
import type { Availability } from './api/get-availability.ts';
import { type Change, withChanges } from './availability-changes.ts';

interface Watch {
  last?: Availability;
  changes: readonly Change[];
}

/** Compares every look at the shelf with the one before. */
const useChanges = (availability: Availability, seenAt: number): readonly Change[] => {
  const [{ changes }, setWatch] = useState<Watch>({ changes: [] });
  useEffect(() => {
    setWatch(({ last, changes }) => ({
      last: availability,
      changes: withChanges(changes, last, availability, seenAt),
    }));
  }, [availability, seenAt]);
  return changes;
};

/** What moved on the shelf while this page was open. */
export const ActivityStrip = ({ availability, seenAt }: { availability: Availability; seenAt: number }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const changes = useChanges(availability, seenAt);
  return (
    <section className="activity" aria-label={t('lending.activity')}>
      <h3>
        {t('lending.activity')} <span className="live">{t('state.live')}</span>
      </h3>
      <ol aria-live="polite">
        {changes.length === 0 && <li className="muted">{t('lending.activityNone')}</li>}
        {changes.map(({ movement, count, at }) => (
          <li key={`${at}-${movement}`}>
            <time dateTime={new Date(at).toISOString()}>{writtenTime(at, language)}</time>
            {t(`lending.${movement}`, { count })}
          </li>
        ))}
      </ol>
    </section>
  );
};
