import * as z from 'zod';
import { CopyId, VolumeId } from '../../../../events/ids.ts';

/** What a librarian did about copies of a volume, and why: one row for each time, never changed. */
export const ChangeRow = z.object({
  volumeId: VolumeId,
  what: z.enum(['added', 'withdrawn', 'lost', 'found']),
  /** Several only when they were added together. */
  copyIds: z.array(CopyId),
  reason: z.string(),
  at: z.iso.datetime(),
});
export type ChangeRow = z.infer<typeof ChangeRow>;

/** Copies are numbered from 1 within their volume, as their ids say; shelves end at four digits. */
export const numberOf = (copyId: string): number => Number(/\d+$/.exec(copyId)?.[0] ?? 0);

/** In the order of the first copy it is about, then of time, so that the history of neighbours is read at once. */
export const changeKey = (volumeId: string, copyId: string, version: number) => ({
  pk: volumeId,
  sk: `${padded(numberOf(copyId))}#${padded(version)}`,
});

/** All changes that begin with a copy from one number to another. */
export const changesFrom = (first: number, last: number) => ({
  attribute: 'sk',
  from: padded(first),
  to: `${padded(last)}#~`,
});

const padded = (number: number) => String(number).padStart(9, '0');
