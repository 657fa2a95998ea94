import * as z from 'zod';
import { MemberId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';

export const reinstateCardEndpoint = endpoint('POST /api/members/{memberId}/card/reinstate', {
  summary: 'Lifts the suspension of a card',
  who: 'librarian',
  params: z.object({ memberId: MemberId }),
  answers: { 204: null },
  refusals: { 'not-found': 404, 'not-suspended': 409 },
});
