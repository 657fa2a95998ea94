import * as z from 'zod';
import type { Role } from '../../events/accounts/role.ts';
import { MemberId } from '../../events/ids.ts';
import { commandLoop } from '../platform/command-loop.ts';
import type { EventStore } from '../platform/event-store/port.ts';
import { settled } from '../platform/settled.ts';
import { changeRoles } from './commands/change-roles/change-roles.ts';
import { addressKey } from './email-address.ts';

const Owner = z.object({ memberId: MemberId });

/**
 * Gives an account roles in the name of the operator: the first admin of a stage can be made by nobody else.
 * Throws when nobody has that address. Safe to repeat.
 */
export const grantRoles = async (
  store: EventStore,
  email: string,
  roles: readonly Role[],
  now: Date,
): Promise<void> => {
  const owner = Owner.safeParse(await store.held('email', addressKey(email), now));
  if (!owner.success) throw new Error(`nobody has the address ${email}`);
  const { memberId } = owner.data;
  const context = {
    commandId: `grant-roles.${memberId}.${now.getTime()}`,
    correlationId: `grant-roles.${memberId}`,
    causationId: 'operator',
    actor: { kind: 'operator' as const, id: 'grant-roles' },
    now,
  };
  await settled(changeRoles({ decide: commandLoop(store) })(memberId, { roles: [...roles] }, context));
};
