import { endpoint } from '../../../platform/http/endpoint.ts';
import { ShownCard } from '../../shown-card.ts';

export const renewCardEndpoint = endpoint('POST /api/me/card/renew', {
  summary: 'Renews the own card for two years more',
  who: 'member',
  answers: { 200: ShownCard },
  refusals: { 'not-found': 404, 'card-suspended': 409 },
});
