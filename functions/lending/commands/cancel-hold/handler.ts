import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { lending } from '../../wire.ts';
import { cancelHoldEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...cancelHoldEndpoint,
  run: ({ params: { holdId }, caller }, context) => lending.cancelHold({ holdId, memberId: caller.memberId }, context),
  answer: noContent,
});
