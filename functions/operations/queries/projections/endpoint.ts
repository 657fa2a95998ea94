import * as z from 'zod';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { ShownProjection } from '../../shown-projection.ts';

export const projectionsEndpoint = endpoint('GET /api/ops/projections', {
  summary: 'Read models: how far each is behind, its generation, its last error and its rebuild',
  who: 'librarian',
  answers: { 200: z.object({ items: z.array(ShownProjection), nextCursor: z.null() }) },
});
