import { httpQueries } from '../../../platform/http/http-query.ts';
import { eventStore, view } from '../../../platform/wire.ts';
import { shelfRoutes } from './shelf-routes.ts';

export const handler = httpQueries(
  shelfRoutes({ view: view('availability'), history: view('copy-history'), store: eventStore }),
);
