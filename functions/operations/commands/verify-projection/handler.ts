import * as z from 'zod';
import { json } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { refuse } from '../../../platform/http/problem.ts';
import { decide, eventStore } from '../../../platform/wire.ts';
import { operations, ProjectionParams, projectionNamed } from '../../projections-wire.ts';

/** The gateway waits 29 s for an answer. */
const SECONDS = 22;

/** `POST /api/ops/projections/{name}/verify`: 503 `busy` when the view is too large, or moves too much, to be compared in time. */
export const handler = httpCommand(eventStore, {
  who: 'admin',
  params: ProjectionParams,
  body: z.strictObject({}),
  run: async ({ params }, context) => {
    const result = await operations.compare(projectionNamed(params.name), SECONDS);
    if (result.outcome === 'not-finished') return refuse(503, 'busy', { headers: { 'retry-after': '30' } });
    const { compared, differences } = result;
    return decide(context, {}, () => ({ outcome: 'accepted', events: {}, answer: { compared, differences } }));
  },
  answer: (comparison) => json(comparison),
});
