import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { inventory } from '../../wire.ts';
import { findCopyEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...findCopyEndpoint,
  run: ({ params, body }, context) => inventory.findCopy(params.copyId, body, context),
  answer: noContent,
});
