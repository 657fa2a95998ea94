import { v7 as uuid } from 'uuid';
import { MemberId } from '../../events/ids.ts';
import { decidePersonally } from '../platform/personal-wire.ts';
import { changeProfile } from './commands/change-profile/change-profile.ts';
import { deleteAccount } from './commands/delete-account/delete-account.ts';
import { register } from './commands/register/register.ts';
import { hashPassword } from './passwords/password-hash.ts';

/** The commands that write personal data. What a session needs is in `session-wire.ts`: these functions have no keys. */
export const accounts = {
  register: register({ newMemberId: () => MemberId.parse(uuid()), hashPassword, decide: decidePersonally }),
  changeProfile: changeProfile({ decide: decidePersonally }),
  deleteAccount: deleteAccount({ decide: decidePersonally }),
};
