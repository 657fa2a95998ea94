import { endpoint } from '../../../platform/http/endpoint.ts';
import { DeadLetterParams } from '../../dead-letter-params.ts';

export const removeDeadLetterEndpoint = endpoint('DELETE /api/ops/dead-letters/{id}', {
  summary: 'Gives a record up for good: nobody will send it again',
  who: 'admin',
  params: DeadLetterParams,
  answers: { 204: null },
  refusals: { 'not-found': 404 },
});
