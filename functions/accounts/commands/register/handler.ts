import * as z from 'zod';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { accounts, answers } from '../../wire.ts';
import { RegisterRequest } from './request.ts';

export const handler = httpCommand(eventStore, {
  who: 'anyone',
  params: z.object({}),
  body: RegisterRequest,
  run: ({ body }, context) => accounts.register(body, context),
  answer: (user, { now }) => answers.begun(user, now, 201),
});
