import type { Role } from '../../events/accounts/role.ts';
import type { MemberId } from '../../events/ids.ts';
import type { RegisteredAccount } from './domain/account.ts';

/** How an account is shown to its owner. */
export interface ShownUser {
  id: MemberId;
  name: string;
  email: string;
  avatarUrl: string | null;
  roles: readonly Role[];
}
export const shownUser = ({ memberId, name, email, roles }: Omit<RegisteredAccount, 'status'>): ShownUser => ({
  id: memberId,
  name,
  email,
  avatarUrl: null,
  roles,
});
