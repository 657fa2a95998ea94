import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { decide, eventStore } from '../../../platform/wire.ts';
import { inbox } from '../../wire.ts';
import { readAllNotificationsEndpoint } from './endpoint.ts';
import { readAllNotifications } from './read-all-notifications.ts';

const readAll = readAllNotifications({ inbox, decide });

export const handler = httpCommand(eventStore, {
  ...readAllNotificationsEndpoint,
  run: ({ caller }, context) => readAll(caller.memberId, context),
  answer: noContent,
});
