import { maintenance } from '../../../platform/maintenance-wire.ts';
import { products } from './project.ts';

export const handler = maintenance(products, 'products');
