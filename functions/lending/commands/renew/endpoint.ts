import * as z from 'zod';
import { BusinessDay } from '../../../../events/business-day.ts';
import { LoanId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';

export const renewEndpoint = endpoint('POST /api/loans/{loanId}/renew', {
  summary: 'Keeps a loan seven days longer, once; for its member',
  who: 'member',
  params: z.object({ loanId: LoanId }),
  answers: { 200: z.object({ dueOn: BusinessDay }) },
  refusals: {
    'not-found': 404,
    forbidden: 403,
    'already-returned': 409,
    'overdue-loan': 409,
    'renewed-before': 409,
    'volume-wanted': 409,
  },
});
