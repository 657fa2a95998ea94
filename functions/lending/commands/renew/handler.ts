import { json } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { lending } from '../../wire.ts';
import { renewEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...renewEndpoint,
  run: ({ params: { loanId }, caller }, context) => lending.renew({ loanId, memberId: caller.memberId }, context),
  answer: (renewed) => json(renewed),
});
