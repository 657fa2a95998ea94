import type { SeriesCreated } from '../../../events/catalogue/series-created.ts';
import type { SeriesWithdrawn } from '../../../events/catalogue/series-withdrawn.ts';
import type { VolumeCreated } from '../../../events/catalogue/volume-created.ts';
import type { VolumeWithdrawn } from '../../../events/catalogue/volume-withdrawn.ts';
import { CopyId, LoanId, MemberId, SeriesId, VolumeId } from '../../../events/ids.ts';
import type { CopyLost } from '../../../events/inventory/copy-lost.ts';
import type { CopyBroughtBack } from '../../../events/lending/copy-brought-back.ts';
import type { CopyLent } from '../../../events/lending/copy-lent.ts';

/** Words of the catalogue's rules: one series, its first volume, a copy of it. */
export const seriesId = SeriesId.parse('s1');
export const volumeId = VolumeId.parse('v1');
const copyId = CopyId.parse('v1-1');
const loanId = LoanId.parse('loan-1');

export const moon = {
  seriesId,
  title: '月の図書館',
  titleEn: 'Moon Library',
  author: '青木 春',
  genre: 'fantasy',
  publisher: '文庫社',
  firstPublishedOn: '2025-04-01',
};
const { initialCopies: _, ...shown } = {
  volumeId,
  seriesId,
  title: '月の図書館 1',
  number: 1,
  summary: 'The moon opens.',
  publishedOn: '2025-04-01',
  initialCopies: 3,
};
export const firstVolume = shown;
export const newVolume = { ...shown, initialCopies: 3 };

export const seriesEntered: SeriesCreated = { type: 'catalogue.series-created', data: moon };
export const seriesGrew = { type: 'catalogue.series-grew' as const, data: { seriesId, volumeId } };
export const seriesShrank = { type: 'catalogue.series-shrank' as const, data: { seriesId, volumeId } };
export const seriesLeft: SeriesWithdrawn = { type: 'catalogue.series-withdrawn', data: { seriesId } };
export const volumeEntered: VolumeCreated = { type: 'catalogue.volume-created', data: newVolume };
export const volumeLeft: VolumeWithdrawn = { type: 'catalogue.volume-withdrawn', data: { volumeId, seriesId } };
export const lent: CopyLent = {
  type: 'lending.copy-lent',
  data: { volumeId, copyId, loanId, memberId: MemberId.parse('aki') },
};
export const broughtBack: CopyBroughtBack = { type: 'lending.copy-brought-back', data: { volumeId, copyId, loanId } };
export const lost: CopyLost = {
  type: 'inventory.copy-lost',
  data: { volumeId, copyId, loanId, reason: 'left on a train' },
};
