import { endpoint } from '../../../platform/http/endpoint.ts';
import { SignedIn } from '../../signed-in.ts';
import { RegisterRequest } from './request.ts';

export const registerEndpoint = endpoint('POST /api/auth/register', {
  summary: 'Makes an account and begins a session',
  who: 'anyone',
  body: RegisterRequest,
  answers: { 201: SignedIn },
  refusals: { 'email-taken': 409, 'too-many-requests': 429 },
});
