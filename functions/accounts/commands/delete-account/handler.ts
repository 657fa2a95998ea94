import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { accounts } from '../../wire.ts';
import { deleteAccountEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...deleteAccountEndpoint,
  run: ({ caller }, context) => accounts.deleteAccount(caller.memberId, context),
  answer: noContent,
});
