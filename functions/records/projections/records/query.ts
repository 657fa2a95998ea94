import { httpQueries } from '../../../platform/http/http-query.ts';
import { eventStore, view } from '../../../platform/wire.ts';
import { recordRoutes } from './record-routes.ts';

export const handler = httpQueries(recordRoutes({ records: view('records'), store: eventStore }));
