import * as z from 'zod';
import { json } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { readUser } from '../../read-account.ts';
import { accounts } from '../../wire.ts';
import { ChangeProfileRequest } from './change-profile.ts';

export const handler = httpCommand(eventStore, {
  who: 'member',
  params: z.object({}),
  body: ChangeProfileRequest,
  run: ({ body, caller }, context) => accounts.changeProfile(caller.memberId, body, context),
  refusals: { 'not-found': 404 },
  answer: async ({ memberId }) => json(await readUser(memberId)),
});
