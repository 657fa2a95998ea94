import { httpQueries } from '../../../platform/http/http-query.ts';
import { view } from '../../../platform/wire.ts';
import { statisticsRoutes } from './statistics-routes.ts';

export const handler = httpQueries(statisticsRoutes(view('order-statistics')));
