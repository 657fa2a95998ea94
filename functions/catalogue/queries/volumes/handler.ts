import { httpQueries } from '../../../platform/http/http-query.ts';
import { view } from '../../../platform/wire.ts';
import { volumeRoutes } from './volume-routes.ts';

export const handler = httpQueries(volumeRoutes(view('catalogue')));
