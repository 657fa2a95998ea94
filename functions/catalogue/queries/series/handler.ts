import { httpQueries } from '../../../platform/http/http-query.ts';
import { view } from '../../../platform/wire.ts';
import { seriesRoutes } from './series-routes.ts';

export const handler = httpQueries(seriesRoutes(view('catalogue')));
