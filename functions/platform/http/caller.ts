import * as z from 'zod';
import { Role } from '../../../events/accounts/role.ts';
import { MemberId } from '../../../events/ids.ts';
import { refuse } from './problem.ts';

/** Who sent a request, as the authorizer found out. */
export interface Caller {
  memberId: MemberId;
  roles: readonly Role[];
}

/** Who may call a route: anyone, any member, or staff. */
export type Who = 'anyone' | 'member' | 'librarian' | 'admin';

/** What the authorizer hands on: flat strings, because API Gateway's context holds nothing deeper. */
const AuthorizerContext = z.object({
  memberId: MemberId,
  roles: z.string().transform((roles) => roles.split(',').map((role) => Role.parse(role))),
});

export const callerOf = (authorizer: unknown): Caller | undefined => {
  const context = z.object({ lambda: AuthorizerContext }).safeParse(authorizer);
  return context.success ? context.data.lambda : undefined;
};

/** An admin may do whatever a librarian may; both are members too. */
export const isStaff = ({ roles }: Caller): boolean => roles.includes('librarian') || roles.includes('admin');

export const mayCall = (who: Who, caller: Caller | undefined): boolean => {
  if (who === 'anyone') return true;
  if (!caller) return false;
  if (who === 'admin') return caller.roles.includes('admin');
  return who === 'librarian' ? isStaff(caller) : true;
};

/** Ends the request with 401 or 403 unless the caller may go on. */
export const admit = (who: Who, caller: Caller | undefined): void => {
  if (mayCall(who, caller)) return;
  if (!caller) refuse(401, 'unauthenticated', { headers: { 'www-authenticate': 'Bearer' } });
  refuse(403, 'forbidden');
};
