import { httpQueries } from '../../../platform/http/http-query.ts';
import { view } from '../../../platform/wire.ts';
import { searchRoute } from './search-route.ts';

export const handler = httpQueries({ 'GET /api/search': searchRoute(view('search')) });
