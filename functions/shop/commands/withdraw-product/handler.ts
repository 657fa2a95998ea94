import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { shop } from '../../wire.ts';
import { withdrawProductEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...withdrawProductEndpoint,
  run: ({ params }, context) => shop.withdrawProduct(params.productId, context),
  answer: noContent,
});
