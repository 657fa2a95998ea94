import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CopyId, VolumeId } from '../ids.ts';

/** A librarian took a copy out of the collection for good. */
export const CopyWithdrawn = contract(
  'inventory.copy-withdrawn',
  1,
  z.object({ volumeId: VolumeId, copyId: CopyId, reason: z.string() }),
  { category: 'shelf' },
);
export type CopyWithdrawn = EventOf<typeof CopyWithdrawn>;
