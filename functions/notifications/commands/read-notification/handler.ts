import * as z from 'zod';
import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { decide, eventStore } from '../../../platform/wire.ts';
import { inbox } from '../../wire.ts';
import { readNotification } from './read-notification.ts';

const read = readNotification({ inbox, decide });

/** `PUT /api/me/notifications/{id}/read` */
export const handler = httpCommand(eventStore, {
  who: 'member',
  params: z.object({ id: z.uuid() }),
  body: z.strictObject({}),
  run: ({ params: { id }, caller: { memberId } }, context) => read({ memberId, notificationId: id }, context),
  refusals: { 'not-found': 404 },
  answer: noContent,
});
