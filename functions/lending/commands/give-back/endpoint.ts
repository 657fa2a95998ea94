import * as z from 'zod';
import { BusinessDay } from '../../../../events/business-day.ts';
import { LoanId } from '../../../../events/ids.ts';
import { Money } from '../../../../events/money.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';

export const giveBackEndpoint = endpoint('POST /api/loans/{loanId}/return', {
  summary: 'Brings back everything of a loan; for its member and for librarians',
  who: 'member',
  params: z.object({ loanId: LoanId }),
  answers: {
    200: z.object({ loanId: LoanId, returnedOn: BusinessDay, daysLate: z.number().int(), lateFee: Money }),
  },
  refusals: { 'not-found': 404, forbidden: 403, 'already-returned': 409 },
});
