import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { decide, eventStore } from '../../../platform/wire.ts';
import { operations, projectionNamed } from '../../projections-wire.ts';
import { cancelRebuildEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...cancelRebuildEndpoint,
  run: async ({ params }, context) => {
    const cancelled = await operations.cancelRebuild(projectionNamed(params.name));
    if (cancelled.outcome === 'rejected') return cancelled;
    return decide(context, {}, () => ({ outcome: 'accepted', events: {}, answer: undefined }));
  },
  answer: noContent,
});
