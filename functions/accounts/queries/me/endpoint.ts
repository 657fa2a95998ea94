import { endpoint } from '../../../platform/http/endpoint.ts';
import { ShownUser } from '../../shown-user.ts';

export const meEndpoint = endpoint('GET /api/me', {
  summary: 'The own account, right at once after a change',
  who: 'member',
  answers: { 200: ShownUser },
  refusals: { 'not-found': 404 },
});
