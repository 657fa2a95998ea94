import * as z from 'zod';
import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { decide, eventStore } from '../../../platform/wire.ts';
import { operations, ProjectionParams, projectionNamed } from '../../projections-wire.ts';

/** `DELETE /api/ops/projections/{name}/rebuild`: what is live stays live. */
export const handler = httpCommand(eventStore, {
  who: 'admin',
  params: ProjectionParams,
  body: z.strictObject({}),
  run: async ({ params }, context) => {
    const cancelled = await operations.cancelRebuild(projectionNamed(params.name));
    if (cancelled.outcome === 'rejected') return cancelled;
    return decide(context, {}, () => ({ outcome: 'accepted', events: {}, answer: undefined }));
  },
  answer: noContent,
});
