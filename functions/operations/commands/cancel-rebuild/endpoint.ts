import { endpoint } from '../../../platform/http/endpoint.ts';
import { ProjectionParams } from '../../projection-params.ts';

export const cancelRebuildEndpoint = endpoint('DELETE /api/ops/projections/{name}/rebuild', {
  summary: 'Gives a rebuild up: what is live stays live',
  who: 'admin',
  params: ProjectionParams,
  answers: { 204: null },
  refusals: { 'not-found': 404, 'no-rebuild-in-progress': 409 },
});
