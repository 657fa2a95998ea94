import { v7 as uuid } from 'uuid';
import { MemberId } from '../../events/ids.ts';
import { documents } from '../platform/aws-clients.ts';
import { setting } from '../platform/environment.ts';
import { decide, eventStore } from '../platform/wire.ts';
import { changeProfile } from './commands/change-profile/change-profile.ts';
import { changeRoles } from './commands/change-roles/change-roles.ts';
import { login } from './commands/login/login.ts';
import { register } from './commands/register/register.ts';
import { hashPassword, isPasswordOf, isPasswordOfNobody } from './passwords/password-hash.ts';
import { readAccount } from './read-account.ts';
import { dynamoSessions } from './sessions/dynamodb.ts';
import { signInAnswers } from './sign-in-answer.ts';
import { dynamoSignInLimit } from './sign-in-limit/sign-in-limit.ts';
import { tokens } from './token-wire.ts';

const sessions = dynamoSessions(documents, setting('SESSIONS_TABLE'));

/** How a session reaches its member. */
export const answers = signInAnswers({ tokens, sessions, secureCookies: setting('COOKIE_SECURE') === 'true' });

/** The one place in this domain that knows what stands behind the ports. */
export const accounts = {
  sessions,
  readAccount,
  register: register({ newMemberId: () => MemberId.parse(uuid()), hashPassword, decide }),
  login: login({
    limit: dynamoSignInLimit(documents, setting('SESSIONS_TABLE')),
    held: (kind, key, now) => eventStore.held(kind, key, now),
    readAccount,
    isPasswordOf,
    isPasswordOfNobody,
  }),
  changeProfile: changeProfile({ decide }),
  changeRoles: changeRoles({ decide }),
};
