import { json } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { refuse } from '../../../platform/http/problem.ts';
import { decide, eventStore } from '../../../platform/wire.ts';
import { operations, projectionNamed } from '../../projections-wire.ts';
import { verifyProjectionEndpoint } from './endpoint.ts';

/** The gateway waits 29 s for an answer. */
const SECONDS = 22;

export const handler = httpCommand(eventStore, {
  ...verifyProjectionEndpoint,
  run: async ({ params }, context) => {
    const result = await operations.compare(projectionNamed(params.name), SECONDS);
    if (result.outcome === 'not-finished') return refuse(503, 'busy', { headers: { 'retry-after': '30' } });
    const { compared, differences } = result;
    return decide(context, {}, () => ({ outcome: 'accepted', events: {}, answer: { compared, differences } }));
  },
  answer: (comparison) => json(comparison),
});
