import { endpoint } from '../../../platform/http/endpoint.ts';

export const deleteAccountEndpoint = endpoint('DELETE /api/me', {
  summary: 'Gives the account up: every token ends, personal data is erased',
  who: 'member',
  answers: { 204: null },
  refusals: { 'open-loans': 409 },
});
