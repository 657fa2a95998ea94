import { json } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { membership } from '../../wire.ts';
import { renewCardEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...renewCardEndpoint,
  run: ({ caller }, context) => membership.renewCard(caller.memberId, context),
  answer: (card) => json(card),
});
