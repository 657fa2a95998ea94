import * as z from 'zod';
import { json } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { decide, eventStore } from '../../../platform/wire.ts';
import { operations, ProjectionParams, projectionNamed } from '../../projections-wire.ts';

/** `POST /api/ops/projections/{name}/rebuild` */
export const handler = httpCommand(eventStore, {
  who: 'admin',
  params: ProjectionParams,
  body: z.strictObject({}),
  run: async ({ params }, context) => {
    const ordered = await operations.rebuild(projectionNamed(params.name));
    if (ordered.outcome === 'rejected') return ordered;
    const { rebuildId } = ordered;
    return decide(context, {}, () => ({ outcome: 'accepted', events: {}, answer: { rebuildId } }));
  },
  answer: (accepted) => json(accepted, 202),
});
