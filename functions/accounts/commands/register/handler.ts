import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { admitAddress } from '../../address-limit-wire.ts';
import { preferredLanguage } from '../../preferred-language.ts';
import { readUser } from '../../read-account.ts';
import { answers } from '../../session-wire.ts';
import { accounts } from '../../wire.ts';
import { registerEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...registerEndpoint,
  run: async ({ body, http }, context) => {
    await admitAddress(http);
    return accounts.register({ ...body, language: preferredLanguage(http.header('accept-language')) }, context);
  },
  answer: async ({ memberId }, { now }) => answers.registered(await readUser(memberId), now),
});
