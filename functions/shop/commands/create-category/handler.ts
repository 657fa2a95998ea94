import { created } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { shop } from '../../wire.ts';
import { createCategoryEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...createCategoryEndpoint,
  run: ({ body }, context) => shop.createCategory(body, context),
  answer: (category) => created(`/api/categories/${category.categoryId}`, category),
});
