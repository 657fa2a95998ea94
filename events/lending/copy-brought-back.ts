import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CopyId, LoanId, VolumeId } from '../ids.ts';

/** A lent copy is back on its shelf. */
export const CopyBroughtBack = contract(
  'lending.copy-brought-back',
  1,
  z.object({ volumeId: VolumeId, copyId: CopyId, loanId: LoanId }),
  { category: 'shelf' },
);
export type CopyBroughtBack = EventOf<typeof CopyBroughtBack>;
