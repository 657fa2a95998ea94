import * as z from 'zod';
import { BusinessDay } from '../business-day.ts';
import { contract, type EventOf } from '../contract.ts';
import { LoanId, MemberId, VolumeId } from '../ids.ts';

/** What a member has on loan grew by one loan. Written to the patron, so that two borrowings at once cannot pass a limit. */
export const PatronBorrowed = contract(
  'lending.patron-borrowed',
  1,
  z.object({
    memberId: MemberId,
    loanId: LoanId,
    volumeIds: z.array(VolumeId),
    borrowedOn: BusinessDay,
    dueOn: BusinessDay,
  }),
  { category: 'patron' },
);
export type PatronBorrowed = EventOf<typeof PatronBorrowed>;
