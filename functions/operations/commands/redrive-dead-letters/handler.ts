import * as z from 'zod';
import { json } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { decide, eventStore } from '../../../platform/wire.ts';
import { order } from '../../dead-letters-wire.ts';
import { MOST_LETTERS } from '../../redriver/order.ts';

const RedriveRequest = z.strictObject({
  consumer: z.string().min(1).max(64),
  limit: z.int().min(1).max(MOST_LETTERS).default(100),
});

/** `POST /api/ops/dead-letters/redrive` */
export const handler = httpCommand(eventStore, {
  who: 'admin',
  params: z.object({}),
  body: RedriveRequest,
  run: async ({ body }, context) => {
    await order(body);
    return decide(context, {}, () => ({ outcome: 'accepted', events: {}, answer: body }));
  },
  answer: (accepted) => json(accepted, 202),
});
