import { json } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { decide, eventStore } from '../../../platform/wire.ts';
import { letterOf, order } from '../../dead-letters-wire.ts';
import { redriveDeadLetterEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...redriveDeadLetterEndpoint,
  run: async ({ params }, context) => {
    const { consumer, recordId } = await letterOf(params.id);
    await order({ consumer, recordId });
    return decide(context, {}, () => ({ outcome: 'accepted', events: {}, answer: { deadLetterId: params.id } }));
  },
  answer: (accepted) => json(accepted, 202),
});
