import * as z from 'zod';
import { Role } from '../../../../events/accounts/role.ts';
import type { MemberId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { ownEvents } from '../../../platform/one-stream.ts';
import { from } from '../../../platform/source.ts';
import { account } from '../../domain/account.ts';
import { decideRoles } from '../../domain/decide-account.ts';

/** `PUT /api/members/{memberId}/roles` */
export const ChangeRolesRequest = z.strictObject({ roles: z.array(Role).max(Role.options.length) });

/** An admin gives an account another set of roles; they hold from its next access token on. */
export const changeRoles =
  ({ decide }: { decide: ReturnType<typeof commandLoop> }) =>
  (memberId: MemberId, { roles }: z.infer<typeof ChangeRolesRequest>, context: CommandContext) =>
    decide(context, { own: from('account', memberId, account) }, ({ own }) => ownEvents(decideRoles({ roles }, own)));
