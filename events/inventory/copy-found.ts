import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CopyId, VolumeId } from '../ids.ts';

/** A copy that was lost is in the library again. */
export const CopyFound = contract(
  'inventory.copy-found',
  1,
  z.object({ volumeId: VolumeId, copyId: CopyId, reason: z.string() }),
  { category: 'shelf' },
);
export type CopyFound = EventOf<typeof CopyFound>;
