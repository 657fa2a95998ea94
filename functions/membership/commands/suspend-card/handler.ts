import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { membership } from '../../wire.ts';
import { suspendCardEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...suspendCardEndpoint,
  run: ({ params, body }, context) => membership.suspendCard(params.memberId, body, context),
  answer: noContent,
});
