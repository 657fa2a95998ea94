import { json } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { shop } from '../../wire.ts';
import { changeProductEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...changeProductEndpoint,
  run: ({ params, body }, context) => shop.changeProduct(params.productId, body, context),
  answer: (product) => json(product),
});
