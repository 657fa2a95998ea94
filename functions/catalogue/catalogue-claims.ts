import type { SeriesId, VolumeId } from '../../events/ids.ts';
import { titleKey } from './title-key.ts';

/** That a title is the title of one series. */
export const titleClaim = (title: string, seriesId: SeriesId) => ({
  kind: 'series-title',
  key: titleKey(title),
  value: { seriesId },
  refusal: 'title-taken' as const,
});

interface Numbered {
  seriesId: SeriesId;
  volumeId: VolumeId;
  number: number;
}

/** That a number is the number of one volume of a series. */
export const numberClaim = ({ seriesId, volumeId, number }: Numbered) => ({
  kind: 'volume-number',
  key: `${seriesId}/${number}`,
  value: { volumeId },
  refusal: 'number-taken' as const,
});

type AnyClaim = ReturnType<typeof titleClaim> | ReturnType<typeof numberClaim>;

/** What a commit takes and gives up when one claim becomes another; nothing when they are the same. */
export const claimMoved = <C extends AnyClaim>(before: C, after: C) =>
  before.key === after.key ? {} : { claims: [after], releases: [released(before)] };

export const released = ({ kind, key }: AnyClaim) => ({ kind, key });
