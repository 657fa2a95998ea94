import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { MemberId } from '../ids.ts';

/** A member changed the name shown to others. */
export const ProfileChanged = contract(
  'accounts.profile-changed',
  1,
  z.object({ memberId: MemberId, name: z.string() }),
  { category: 'account', sealed: { subject: 'memberId', blank: { name: '' } } },
);
export type ProfileChanged = EventOf<typeof ProfileChanged>;
