import * as z from 'zod';
import { HoldId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';

export const cancelHoldEndpoint = endpoint('DELETE /api/holds/{holdId}', {
  summary: 'Waits no longer; for the member of the hold. A hold that has ended stays as it is',
  who: 'member',
  params: z.object({ holdId: HoldId }),
  answers: { 204: null },
  refusals: { 'not-found': 404, forbidden: 403 },
});
