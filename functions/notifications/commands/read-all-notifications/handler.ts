import * as z from 'zod';
import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { decide, eventStore } from '../../../platform/wire.ts';
import { inbox } from '../../wire.ts';
import { readAllNotifications } from './read-all-notifications.ts';

const readAll = readAllNotifications({ inbox, decide });

/** `POST /api/me/notifications/read-all` */
export const handler = httpCommand(eventStore, {
  who: 'member',
  params: z.object({}),
  body: z.strictObject({}),
  run: ({ caller }, context) => readAll(caller.memberId, context),
  answer: noContent,
});
