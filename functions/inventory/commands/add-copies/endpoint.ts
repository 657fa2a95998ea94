import * as z from 'zod';
import { CopyId, VolumeId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { AddCopiesRequest } from './request.ts';

export const addCopiesEndpoint = endpoint('POST /api/volumes/{volumeId}/copies', {
  summary: 'Adds copies of a volume',
  who: 'librarian',
  params: z.object({ volumeId: VolumeId }),
  body: AddCopiesRequest,
  answers: { 201: z.object({ copyIds: z.array(CopyId) }) },
  refusals: { 'not-found': 404, 'too-many-copies': 409 },
});
