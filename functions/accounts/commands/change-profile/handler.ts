import { json } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { refuse } from '../../../platform/http/problem.ts';
import { eventStore } from '../../../platform/wire.ts';
import { readAccount } from '../../read-account.ts';
import { shownProfile } from '../../shown-profile.ts';
import { accounts } from '../../wire.ts';
import { changeProfileEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...changeProfileEndpoint,
  run: ({ body, caller }, context) => accounts.changeProfile(caller.memberId, body, context),
  // Only for who left in this very moment: the authorizer knows all others.
  refusals: { 'not-found': 404 },
  answer: async ({ memberId }) => {
    const account = await readAccount(memberId);
    return account.status === 'registered' ? json(shownProfile(account)) : refuse(404, 'not-found');
  },
});
