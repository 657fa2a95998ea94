import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { decide, eventStore } from '../../../platform/wire.ts';
import { inbox } from '../../wire.ts';
import { readNotificationEndpoint } from './endpoint.ts';
import { readNotification } from './read-notification.ts';

const read = readNotification({ inbox, decide });

export const handler = httpCommand(eventStore, {
  ...readNotificationEndpoint,
  run: ({ params: { id }, caller: { memberId } }, context) => read({ memberId, notificationId: id }, context),
  answer: noContent,
});
