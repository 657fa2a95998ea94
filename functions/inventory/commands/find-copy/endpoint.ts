import * as z from 'zod';
import { CopyId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { FindCopyRequest } from './request.ts';

export const findCopyEndpoint = endpoint('POST /api/copies/{copyId}/found', {
  summary: 'Records that a lost copy is there again',
  who: 'librarian',
  params: z.object({ copyId: CopyId }),
  body: FindCopyRequest,
  answers: { 204: null },
  refusals: { 'not-found': 404, 'not-lost': 409 },
});
