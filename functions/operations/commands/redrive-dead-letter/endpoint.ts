import * as z from 'zod';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { DeadLetterParams } from '../../dead-letter-params.ts';

export const redriveDeadLetterEndpoint = endpoint('POST /api/ops/dead-letters/{id}/redrive', {
  summary: 'Brings one record to its consumer again',
  who: 'admin',
  params: DeadLetterParams,
  answers: { 202: z.object({ deadLetterId: z.string() }) },
  refusals: { 'not-found': 404 },
});
