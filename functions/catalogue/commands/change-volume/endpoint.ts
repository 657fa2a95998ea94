import * as z from 'zod';
import { VolumeId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { ShownVolume } from '../../shown-volume.ts';
import { ChangeVolumeRequest } from './request.ts';

export const changeVolumeEndpoint = endpoint('PATCH /api/volumes/{volumeId}', {
  summary: 'Corrects a volume: only what is sent; null clears an optional field',
  who: 'librarian',
  params: z.object({ volumeId: VolumeId }),
  body: ChangeVolumeRequest,
  answers: { 200: ShownVolume },
  refusals: { 'not-found': 404, 'number-taken': 409 },
});
