import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CopyId, LoanId, VolumeId } from '../ids.ts';

/** A librarian recorded that a copy is lost; it may be found again. */
export const CopyLost = contract(
  'inventory.copy-lost',
  1,
  z.object({
    volumeId: VolumeId,
    copyId: CopyId,
    /** The loan that it will not come back from; null when it was missing in the library. */
    loanId: LoanId.nullable(),
    reason: z.string(),
  }),
  { category: 'shelf', integration: true },
);
export type CopyLost = EventOf<typeof CopyLost>;
