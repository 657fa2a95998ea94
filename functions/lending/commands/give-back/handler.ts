import { json } from '../../../platform/http/answers.ts';
import { isStaff } from '../../../platform/http/caller.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { lending } from '../../wire.ts';
import { giveBackEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...giveBackEndpoint,
  run: ({ params: { loanId }, caller }, context) =>
    lending.giveBack({ loanId, caller: { memberId: caller.memberId, isStaff: isStaff(caller) } }, context),
  answer: (returned) => json(returned),
});
