import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { membership } from '../../wire.ts';
import { reinstateCardEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...reinstateCardEndpoint,
  run: ({ params }, context) => membership.reinstateCard(params.memberId, context),
  answer: noContent,
});
