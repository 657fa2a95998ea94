import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { inventory } from '../../wire.ts';
import { loseCopyEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...loseCopyEndpoint,
  run: ({ params, body }, context) => inventory.loseCopy(params.copyId, body, context),
  answer: noContent,
});
