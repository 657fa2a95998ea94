import { documents } from '../platform/aws-clients.ts';
import { setting } from '../platform/environment.ts';
import { eventStore } from '../platform/wire.ts';
import { login } from './commands/login/login.ts';
import { isPasswordOf, isPasswordOfNobody } from './passwords/password-hash.ts';
import { readAccount } from './read-account.ts';
import { dynamoSignInLimit } from './sign-in-limit/sign-in-limit.ts';

/** Checks an address and its password. Apart from the sessions: to sign out needs nobody's personal data. */
export const signIn = login({
  limit: dynamoSignInLimit(documents, setting('SESSIONS_TABLE')),
  held: (kind, key, now) => eventStore.held(kind, key, now),
  readAccount,
  isPasswordOf,
  isPasswordOfNobody,
});
