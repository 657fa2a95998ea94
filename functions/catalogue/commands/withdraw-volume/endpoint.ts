import * as z from 'zod';
import { VolumeId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';

export const withdrawVolumeEndpoint = endpoint('DELETE /api/volumes/{volumeId}', {
  summary: 'Withdraws a volume',
  who: 'librarian',
  params: z.object({ volumeId: VolumeId }),
  answers: { 204: null },
  refusals: { 'not-found': 404, 'copies-on-loan': 409 },
});
