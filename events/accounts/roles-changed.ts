import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { MemberId } from '../ids.ts';
import { Role } from './role.ts';

/** An admin (or the operator who set up the stage) gave an account another set of roles. */
export const RolesChanged = contract(
  'accounts.roles-changed',
  1,
  z.object({ memberId: MemberId, roles: z.array(Role) }),
  { category: 'account' },
);
export type RolesChanged = EventOf<typeof RolesChanged>;
