import { created } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { lending } from '../../wire.ts';
import { placeHoldEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...placeHoldEndpoint,
  run: ({ body, caller }, context) => lending.placeHold({ ...body, memberId: caller.memberId }, context),
  answer: (hold) => created(`/api/holds/${hold.holdId}`, hold),
});
