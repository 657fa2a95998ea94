import { httpQueries } from '../../../platform/http/http-query.ts';
import { eventStore, view } from '../../../platform/wire.ts';
import { holdRoutes } from './hold-routes.ts';

export const handler = httpQueries(holdRoutes({ view: view('holds'), store: eventStore }));
