import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { MemberId } from '../ids.ts';

/** A member gave the account up for good. Whoever keeps something about the member lets it go. */
export const AccountDeleted = contract('accounts.account-deleted', 1, z.object({ memberId: MemberId }), {
  category: 'account',
  integration: true,
});
export type AccountDeleted = EventOf<typeof AccountDeleted>;
