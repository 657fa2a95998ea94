import { endpoint } from '../../../platform/http/endpoint.ts';

export const logoutEndpoint = endpoint('POST /api/auth/logout', {
  summary: 'Ends the session of the refresh cookie, if there is one',
  who: 'anyone',
  answers: { 204: null },
});
