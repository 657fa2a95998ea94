import * as z from 'zod';
import { CopyId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { WithdrawCopyRequest } from './request.ts';

export const withdrawCopyEndpoint = endpoint('DELETE /api/copies/{copyId}', {
  summary: 'Takes a copy out of the collection for good',
  who: 'librarian',
  params: z.object({ copyId: CopyId }),
  body: WithdrawCopyRequest,
  answers: { 204: null },
  refusals: { 'not-found': 404, 'copy-on-loan': 409 },
});
