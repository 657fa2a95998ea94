import * as z from 'zod';
import { avatarUrlOf } from '../../events/accounts/avatar-url.ts';
import { Role } from '../../events/accounts/role.ts';
import { MemberId } from '../../events/ids.ts';
import type { RegisteredAccount } from './domain/account.ts';

/** How an account is shown to its owner. */
export const ShownUser = z.object({
  id: MemberId,
  name: z.string(),
  email: z.string(),
  avatarUrl: z.string(),
  roles: z.array(Role),
});
export type ShownUser = z.infer<typeof ShownUser>;

export const shownUser = ({
  memberId,
  name,
  email,
  roles,
}: Pick<RegisteredAccount, 'memberId' | 'name' | 'email' | 'roles'>): ShownUser => ({
  id: memberId,
  name,
  email,
  avatarUrl: avatarUrlOf(memberId),
  roles: [...roles],
});
