import { endpoint } from '../../../platform/http/endpoint.ts';
import { SignedIn } from '../../signed-in.ts';
import { LoginRequest } from './request.ts';

export const loginEndpoint = endpoint('POST /api/auth/login', {
  summary: 'Begins a session with an address and its password',
  who: 'anyone',
  body: LoginRequest,
  answers: { 200: SignedIn },
  refusals: { 'invalid-credentials': 401, 'too-many-requests': 429 },
});
