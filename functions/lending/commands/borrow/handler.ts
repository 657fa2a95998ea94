import { created } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { lending } from '../../wire.ts';
import { borrowEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...borrowEndpoint,
  run: ({ body, caller }, context) => lending.borrow({ ...body, memberId: caller.memberId }, context),
  answer: (loan) => created(`/api/loans/${loan.loanId}`, loan),
});
