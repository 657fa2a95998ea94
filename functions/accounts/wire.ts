import { v7 as uuid } from 'uuid';
import { MemberId } from '../../events/ids.ts';
import { decide } from '../platform/wire.ts';
import { changeProfile } from './commands/change-profile/change-profile.ts';
import { changeRoles } from './commands/change-roles/change-roles.ts';
import { register } from './commands/register/register.ts';
import { hashPassword } from './passwords/password-hash.ts';

/** The commands that change an account. What a session needs is in `session-wire.ts`: these functions have no keys. */
export const accounts = {
  register: register({ newMemberId: () => MemberId.parse(uuid()), hashPassword, decide }),
  changeProfile: changeProfile({ decide }),
  changeRoles: changeRoles({ decide }),
};
