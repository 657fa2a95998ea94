import { documents } from '../platform/aws-clients.ts';
import { setting } from '../platform/environment.ts';
import { eventStore } from '../platform/wire.ts';
import { login } from './commands/login/login.ts';
import { isPasswordOf, isPasswordOfNobody } from './passwords/password-hash.ts';
import { readAccount } from './read-account.ts';
import { dynamoSessions } from './sessions/dynamodb.ts';
import { signInAnswers } from './sign-in-answer.ts';
import { dynamoSignInLimit } from './sign-in-limit/sign-in-limit.ts';
import { tokens } from './token-wire.ts';

/** What stands behind sessions, for the functions that begin, continue or end one. */
export const sessions = dynamoSessions(documents, setting('SESSIONS_TABLE'));

/** How a session reaches its member. */
export const answers = signInAnswers({ tokens, sessions, secureCookies: setting('COOKIE_SECURE') === 'true' });

/** Checks an address and its password. */
export const signIn = login({
  limit: dynamoSignInLimit(documents, setting('SESSIONS_TABLE')),
  held: (kind, key, now) => eventStore.held(kind, key, now),
  readAccount,
  isPasswordOf,
  isPasswordOfNobody,
});
