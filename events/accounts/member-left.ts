import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { MemberId } from '../ids.ts';

/** Told to the member's own loans in the commit that deletes the account: nobody who has left can borrow any more. */
export const MemberLeft = contract('accounts.member-left', 1, z.object({ memberId: MemberId }), {
  category: 'patron',
  integration: true,
});
export type MemberLeft = EventOf<typeof MemberLeft>;
