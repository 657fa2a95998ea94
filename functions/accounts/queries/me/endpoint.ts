import { endpoint } from '../../../platform/http/endpoint.ts';
import { ShownProfile } from '../../shown-profile.ts';

export const meEndpoint = endpoint('GET /api/me', {
  summary: 'The own account, right at once after a change',
  who: 'member',
  answers: { 200: ShownProfile },
});
