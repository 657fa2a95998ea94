import * as z from 'zod';
import { LoanId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { LoanRow } from './view.ts';

export const loanEndpoint = endpoint('GET /api/loans/{loanId}', {
  summary: 'One loan; for its member and for librarians',
  who: 'member',
  params: z.object({ loanId: LoanId }),
  answers: { 200: LoanRow },
  refusals: { forbidden: 403 },
});
