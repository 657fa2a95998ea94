import * as z from 'zod';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { ProjectionParams } from '../../projection-params.ts';

/** A row of the live model, or of the fold; null where only the other has one. */
const Row = z.record(z.string(), z.unknown()).nullable();

export const verifyProjectionEndpoint = endpoint('POST /api/ops/projections/{name}/verify', {
  summary:
    'Compares a read model with a fold from the store; 503 `busy` when it is too large, or moves too much, to be compared in time',
  who: 'admin',
  params: ProjectionParams,
  answers: {
    200: z.object({
      compared: z.number().int(),
      differences: z.array(z.object({ key: z.string(), live: Row, folded: Row })),
    }),
  },
  refusals: { 'not-found': 404 },
});
