import { httpQueries } from '../../../platform/http/http-query.ts';
import { view } from '../../../platform/wire.ts';
import { productRoutes } from './product-routes.ts';

export const handler = httpQueries(
  productRoutes({ products: view('products'), categories: view('categories'), history: view('stock-history') }),
);
