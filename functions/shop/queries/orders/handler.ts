import { httpQueries } from '../../../platform/http/http-query.ts';
import { view } from '../../../platform/wire.ts';
import { orderRoutes } from './order-routes.ts';

export const handler = httpQueries(orderRoutes(view('orders')));
