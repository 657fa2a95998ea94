import * as z from 'zod';
import { LoanId } from '../../../../events/ids.ts';
import { json } from '../../../platform/http/answers.ts';
import { isStaff } from '../../../platform/http/caller.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { lending } from '../../wire.ts';

export const handler = httpCommand(eventStore, {
  who: 'member',
  params: z.object({ loanId: LoanId }),
  body: z.strictObject({}),
  run: ({ params: { loanId }, caller }, context) =>
    lending.giveBack({ loanId, caller: { memberId: caller.memberId, isStaff: isStaff(caller) } }, context),
  refusals: { 'not-found': 404, forbidden: 403 },
  answer: (returned) => json(returned),
});
