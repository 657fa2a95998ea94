import * as z from 'zod';
import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { decide, eventStore } from '../../../platform/wire.ts';
import { box, letterOf } from '../../dead-letters-wire.ts';

/** `DELETE /api/ops/dead-letters/{id}`: nobody will send it again. */
export const handler = httpCommand(eventStore, {
  who: 'admin',
  params: z.object({ id: z.string().min(1).max(1_024) }),
  body: z.strictObject({}),
  run: async ({ params }, context) => {
    await box.remove(await letterOf(params.id));
    return decide(context, {}, () => ({ outcome: 'accepted', events: {}, answer: undefined }));
  },
  answer: noContent,
});
