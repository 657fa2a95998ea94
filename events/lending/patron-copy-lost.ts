import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { LoanId, MemberId, VolumeId } from '../ids.ts';

/** A member has one item less on loan, because its copy is lost; the loan goes on with the others. */
export const PatronCopyLost = contract(
  'lending.patron-copy-lost',
  1,
  z.object({ memberId: MemberId, loanId: LoanId, volumeId: VolumeId }),
  { category: 'patron' },
);
export type PatronCopyLost = EventOf<typeof PatronCopyLost>;
