import type * as z from 'zod';
import type { MemberId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { ownEvents } from '../../../platform/one-stream.ts';
import { from } from '../../../platform/source.ts';
import { account } from '../../domain/account.ts';
import { decideRoles } from '../../domain/decide-account.ts';
import type { ChangeRolesRequest } from './endpoint.ts';

/** An admin gives an account another set of roles; they hold from its next access token on. */
export const changeRoles =
  ({ decide }: { decide: ReturnType<typeof commandLoop> }) =>
  (memberId: MemberId, { roles }: z.infer<typeof ChangeRolesRequest>, context: CommandContext) =>
    decide(context, { own: from('account', memberId, account) }, ({ own }) => ownEvents(decideRoles({ roles }, own)));
