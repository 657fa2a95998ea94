import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { shop } from '../../wire.ts';
import { deleteCategoryEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...deleteCategoryEndpoint,
  run: ({ params }, context) => shop.deleteCategory(params.categoryId, context),
  answer: noContent,
});
