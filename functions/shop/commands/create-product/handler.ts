import { created } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { shop } from '../../wire.ts';
import { createProductEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...createProductEndpoint,
  run: ({ body }, context) => shop.createProduct(body, context),
  answer: (product) => created(`/api/products/${product.productId}`, product),
});
