import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CopyId, VolumeId } from '../ids.ts';

/** A librarian added physical copies of a volume. */
export const CopiesAdded = contract(
  'inventory.copies-added',
  1,
  z.object({ volumeId: VolumeId, copyIds: z.array(CopyId), reason: z.string() }),
  { category: 'shelf' },
);
export type CopiesAdded = EventOf<typeof CopiesAdded>;
