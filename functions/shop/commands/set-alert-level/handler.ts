import { json } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { shop } from '../../wire.ts';
import { setAlertLevelEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...setAlertLevelEndpoint,
  run: ({ params, body }, context) => shop.setAlertLevel(params.productId, body, context),
  answer: (stock) => json(stock),
});
