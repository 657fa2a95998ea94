import { dayOf, mondayOf } from '../../events/business-day.ts';
import { ALL_TIME, RankedVolume, topOf, weekOf } from '../../events/views/ranking.ts';
import type { ReadableView } from '../platform/view-store/port.ts';
import { type Named, pageOf } from './domain/notice.ts';

const SHOWN = 3;

/** The top of the week in which a moment lies, or of all time while nobody has borrowed in that week. */
export const popularVolumes =
  (ranking: Pick<ReadableView, 'query'>) =>
  async (at: Date): Promise<readonly Named[]> => {
    const top = async (bucket: string) =>
      (await ranking.query(topOf(bucket, SHOWN))).rows.map((row) => RankedVolume.parse(row));
    const ofWeek = await top(weekOf(mondayOf(dayOf(at))));
    const ranked = ofWeek.length > 0 ? ofWeek : await top(ALL_TIME);
    return ranked.map(({ title, volumeId }) => ({ title, link: pageOf(volumeId) }));
  };
