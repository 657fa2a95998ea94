import * as z from 'zod';
import { created } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { lending } from '../../wire.ts';
import { BorrowRequest } from './request.ts';

export const handler = httpCommand(eventStore, {
  who: 'member',
  params: z.object({}),
  body: BorrowRequest,
  run: ({ body, caller }, context) => lending.borrow({ ...body, memberId: caller.memberId }, context),
  refusals: { 'volume-not-found': 404 },
  answer: (loan) => created(`/api/loans/${loan.loanId}`, loan),
});
