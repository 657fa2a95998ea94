import * as z from 'zod';
import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { accounts } from '../../wire.ts';

/** `DELETE /api/me` */
export const handler = httpCommand(eventStore, {
  who: 'member',
  params: z.object({}),
  body: z.strictObject({}),
  run: ({ caller }, context) => accounts.deleteAccount(caller.memberId, context),
  refusals: { 'not-found': 404 },
  answer: noContent,
});
