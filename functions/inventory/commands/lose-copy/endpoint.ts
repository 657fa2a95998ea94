import * as z from 'zod';
import { CopyId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { LoseCopyRequest } from './request.ts';

export const loseCopyEndpoint = endpoint('POST /api/copies/{copyId}/lost', {
  summary: 'Records that a copy is lost; when it was lent, its loan goes on without it',
  who: 'librarian',
  params: z.object({ copyId: CopyId }),
  body: LoseCopyRequest,
  answers: { 204: null },
  refusals: { 'not-found': 404, 'already-lost': 409 },
});
