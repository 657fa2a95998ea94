import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { accounts } from '../../wire.ts';
import { deleteAccountEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...deleteAccountEndpoint,
  run: ({ caller }, context) => accounts.deleteAccount(caller.memberId, context),
  // Somebody else deleted it after the token was looked at.
  refusals: { ...deleteAccountEndpoint.refusals, 'not-found': 404 },
  answer: noContent,
});
