import * as z from 'zod';
import { json } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { decide, eventStore } from '../../../platform/wire.ts';
import { letterOf, order } from '../../dead-letters-wire.ts';

/** `POST /api/ops/dead-letters/{id}/redrive` */
export const handler = httpCommand(eventStore, {
  who: 'admin',
  params: z.object({ id: z.string().min(1).max(1_024) }),
  body: z.strictObject({}),
  run: async ({ params }, context) => {
    const { consumer, recordId } = await letterOf(params.id);
    await order({ consumer, recordId });
    return decide(context, {}, () => ({ outcome: 'accepted', events: {}, answer: { deadLetterId: params.id } }));
  },
  answer: (accepted) => json(accepted, 202),
});
