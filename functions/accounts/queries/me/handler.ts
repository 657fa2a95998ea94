import * as z from 'zod';
import { httpQuery } from '../../../platform/http/http-query.ts';
import { readAccount } from '../../read-account.ts';
import { shownUser } from '../../shown-user.ts';

/** `GET /api/me`, from the account's own stream: right at once after registering. */
export const handler = httpQuery({
  who: 'member',
  params: z.object({}),
  query: z.object({}),
  read: async ({ caller }) => {
    const account = await readAccount(caller.memberId);
    return account.status === 'registered' ? shownUser(account) : undefined;
  },
});
