import * as z from 'zod';
import { json } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { membership } from '../../wire.ts';

export const handler = httpCommand(eventStore, {
  who: 'member',
  params: z.object({}),
  body: z.strictObject({}),
  run: ({ caller }, context) => membership.renewCard(caller.memberId, context),
  refusals: { 'not-found': 404 },
  answer: (card) => json(card),
});
