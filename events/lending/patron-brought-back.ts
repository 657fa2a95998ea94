import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { LoanId, MemberId } from '../ids.ts';

/** A member has one loan less. */
export const PatronBroughtBack = contract(
  'lending.patron-brought-back',
  1,
  z.object({ memberId: MemberId, loanId: LoanId }),
  { category: 'patron' },
);
export type PatronBroughtBack = EventOf<typeof PatronBroughtBack>;
