import { json } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { decide, eventStore } from '../../../platform/wire.ts';
import { order } from '../../dead-letters-wire.ts';
import { redriveDeadLettersEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...redriveDeadLettersEndpoint,
  run: async ({ body }, context) => {
    await order(body);
    return decide(context, {}, () => ({ outcome: 'accepted', events: {}, answer: body }));
  },
  answer: (accepted) => json(accepted, 202),
});
