import { json } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { shop } from '../../wire.ts';
import { adjustStockEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...adjustStockEndpoint,
  run: ({ params, body }, context) => shop.adjustStock(params.productId, body, context),
  answer: (stock) => json(stock),
});
