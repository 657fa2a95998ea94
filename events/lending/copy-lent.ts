import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CopyId, LoanId, MemberId, VolumeId } from '../ids.ts';

/** A copy left the shelf with a loan. Written to the shelf, so that two members can never take the same copy. */
export const CopyLent = contract(
  'lending.copy-lent',
  1,
  z.object({ volumeId: VolumeId, copyId: CopyId, loanId: LoanId, memberId: MemberId }),
  { category: 'shelf' },
);
export type CopyLent = EventOf<typeof CopyLent>;
