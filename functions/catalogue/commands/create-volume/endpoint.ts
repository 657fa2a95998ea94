import { endpoint } from '../../../platform/http/endpoint.ts';
import { ShownVolume } from '../../shown-volume.ts';
import { CreateVolumeRequest } from './request.ts';

export const createVolumeEndpoint = endpoint('POST /api/volumes', {
  summary: 'Adds a volume to a series, with its first copies',
  who: 'librarian',
  body: CreateVolumeRequest,
  answers: { 201: ShownVolume },
  refusals: { 'not-found': 404, 'number-taken': 409 },
});
