import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { inventory } from '../../wire.ts';
import { withdrawCopyEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...withdrawCopyEndpoint,
  run: ({ params, body }, context) => inventory.withdrawCopy(params.copyId, body, context),
  answer: noContent,
});
