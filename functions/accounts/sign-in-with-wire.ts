import { v7 as uuid } from 'uuid';
import { MemberId } from '../../events/ids.ts';
import { documents } from '../platform/aws-clients.ts';
import { setting } from '../platform/environment.ts';
import { readParameter } from '../platform/parameters.ts';
import { decidePersonally } from '../platform/personal-wire.ts';
import { eventStore } from '../platform/wire.ts';
import { readAccount } from './read-account.ts';
import { accountOfPerson } from './sign-in-with/account-of-person.ts';
import { dynamoAttempts } from './sign-in-with/attempts/dynamodb.ts';
import { configuredProviders } from './sign-in-with/providers.ts';
import { endSignIn, startSignIn } from './sign-in-with/sign-in-with.ts';

const needs = {
  attempts: dynamoAttempts(documents, setting('SESSIONS_TABLE')),
  providerNamed: configuredProviders((name) => readParameter(`${setting('PROVIDERS')}/${name}`)),
};

/** What stands behind signing in with a provider. */
export const signInWith = {
  start: startSignIn(needs),
  end: endSignIn(needs),
  accountOfPerson: accountOfPerson({
    newMemberId: () => MemberId.parse(uuid()),
    newCommandId: uuid,
    held: (kind, key, now) => eventStore.held(kind, key, now),
    readAccount,
    decide: decidePersonally,
  }),
};

/** Where browsers find the site; without it, where this one asked: a laptop's port is not known beforehand. */
export const siteUrl = process.env.SITE_URL;
export const secureCookies = setting('COOKIE_SECURE') === 'true';
