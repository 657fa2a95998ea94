import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { MemberId } from '../ids.ts';
import { Role } from './role.ts';

/** Somebody became a member of the library. The password is not part of history: it lives with the credentials. */
export const AccountRegistered = contract(
  'accounts.account-registered',
  1,
  z.object({ memberId: MemberId, name: z.string(), email: z.string(), roles: z.array(Role) }),
  { category: 'account', integration: true, sealed: { subject: 'memberId', blank: { name: '', email: '' } } },
);
export type AccountRegistered = EventOf<typeof AccountRegistered>;
