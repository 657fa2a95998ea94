import * as z from 'zod';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { ProjectionParams } from '../../projection-params.ts';

export const rebuildProjectionEndpoint = endpoint('POST /api/ops/projections/{name}/rebuild', {
  summary: 'Fills a new generation of a read model while the old one serves, then flips to it',
  who: 'admin',
  params: ProjectionParams,
  answers: { 202: z.object({ rebuildId: z.string() }) },
  refusals: { 'not-found': 404, 'rebuild-in-progress': 409 },
});
