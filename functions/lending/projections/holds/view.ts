import * as z from 'zod';
import { HoldId, MemberId, VolumeId } from '../../../../events/ids.ts';

export const HoldStatus = z.enum(['waiting', 'ready', 'expired', 'cancelled', 'fulfilled']);
export type HoldStatus = z.infer<typeof HoldStatus>;

/** One hold as its member sees it. The offered attributes are there only while a copy is put aside: the sweep reads them. */
export const HoldRow = z.object({
  holdId: HoldId,
  memberId: MemberId,
  volumeId: VolumeId,
  title: z.string(),
  status: HoldStatus,
  createdAt: z.iso.datetime(),
  readyUntil: z.iso.datetime().optional(),
  endedAt: z.iso.datetime().optional(),
});
export type HoldRow = z.infer<typeof HoldRow>;

/** Who waits for a volume, first come first: a place in it is a position that no hold's own row could keep right. */
export const QueueRow = z.object({
  volumeId: VolumeId,
  waiting: z.array(z.object({ holdId: HoldId, place: z.number().int() })),
});
export type QueueRow = z.infer<typeof QueueRow>;

export const holdKey = (memberId: string, holdId: string) => ({ pk: memberId, sk: holdId });
export const queueKey = (volumeId: string) => ({ pk: `queue#${volumeId}`, sk: 'queue' });

/** The index of copies that are put aside, by the moment their offer ends. */
export const OFFERS_BY_END = 'offers-by-end';
export const OFFERED = 'offered';
