import { created } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { inventory } from '../../wire.ts';
import { addCopiesEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...addCopiesEndpoint,
  run: ({ params, body }, context) => inventory.addCopies(params.volumeId, body, context),
  answer: ({ copyIds }, { event }) => created(event.rawPath, { copyIds }),
});
