import * as z from 'zod';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { readUser } from '../../read-account.ts';
import { answers } from '../../session-wire.ts';
import { accounts } from '../../wire.ts';
import { RegisterRequest } from './request.ts';

export const handler = httpCommand(eventStore, {
  who: 'anyone',
  params: z.object({}),
  body: RegisterRequest,
  run: ({ body }, context) => accounts.register(body, context),
  answer: async ({ memberId }, { now }) => answers.registered(await readUser(memberId), now),
});
