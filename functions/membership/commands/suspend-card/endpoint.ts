import * as z from 'zod';
import { MemberId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { SuspendCardRequest } from './request.ts';

export const suspendCardEndpoint = endpoint('POST /api/members/{memberId}/card/suspend', {
  summary: 'Suspends the card of a member',
  who: 'librarian',
  params: z.object({ memberId: MemberId }),
  body: SuspendCardRequest,
  answers: { 204: null },
  refusals: { 'not-found': 404, 'already-suspended': 409 },
});
