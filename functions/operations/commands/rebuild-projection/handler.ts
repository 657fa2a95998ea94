import { json } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { decide, eventStore } from '../../../platform/wire.ts';
import { operations, projectionNamed } from '../../projections-wire.ts';
import { rebuildProjectionEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...rebuildProjectionEndpoint,
  run: async ({ params }, context) => {
    const ordered = await operations.rebuild(projectionNamed(params.name));
    if (ordered.outcome === 'rejected') return ordered;
    const { rebuildId } = ordered;
    return decide(context, {}, () => ({ outcome: 'accepted', events: {}, answer: { rebuildId } }));
  },
  answer: (accepted) => json(accepted, 202),
});
