import { httpQueries } from '../../../platform/http/http-query.ts';
import { view } from '../../../platform/wire.ts';
import { categoryRoutes } from './category-routes.ts';

export const handler = httpQueries(categoryRoutes(view('categories')));
