import { endpoint } from '../../../platform/http/endpoint.ts';
import { SignedIn } from '../../signed-in.ts';

export const refreshEndpoint = endpoint('POST /api/auth/refresh', {
  summary: 'Goes on with the session of the refresh cookie, which is replaced',
  who: 'anyone',
  answers: { 200: SignedIn },
  refusals: { unauthenticated: 401, 'too-many-requests': 429 },
});
