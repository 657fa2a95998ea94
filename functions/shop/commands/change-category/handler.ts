import { json } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { shop } from '../../wire.ts';
import { changeCategoryEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...changeCategoryEndpoint,
  run: ({ params, body }, context) => shop.changeCategory(params.categoryId, body, context),
  answer: (category) => json(category),
});
