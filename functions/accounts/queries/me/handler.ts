import { httpQuery } from '../../../platform/http/http-query.ts';
import { readAccount } from '../../read-account.ts';
import { shownProfile } from '../../shown-profile.ts';
import { meEndpoint } from './endpoint.ts';

/** From the account's own stream: right at once after registering. */
export const handler = httpQuery({
  ...meEndpoint,
  read: async ({ caller }) => {
    const account = await readAccount(caller.memberId);
    return account.status === 'registered' ? shownProfile(account) : undefined;
  },
});
