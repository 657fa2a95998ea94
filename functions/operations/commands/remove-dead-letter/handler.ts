import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { decide, eventStore } from '../../../platform/wire.ts';
import { box, letterOf } from '../../dead-letters-wire.ts';
import { removeDeadLetterEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...removeDeadLetterEndpoint,
  run: async ({ params }, context) => {
    await box.remove(await letterOf(params.id));
    return decide(context, {}, () => ({ outcome: 'accepted', events: {}, answer: undefined }));
  },
  answer: noContent,
});
