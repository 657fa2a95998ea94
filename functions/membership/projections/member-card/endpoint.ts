import { endpoint } from '../../../platform/http/endpoint.ts';
import { ShownCard } from '../../shown-card.ts';

export const ownCardEndpoint = endpoint('GET /api/me/card', {
  summary: 'The own card, which is issued moments after the account',
  who: 'member',
  answers: { 200: ShownCard },
  refusals: { 'not-found': 404 },
});
