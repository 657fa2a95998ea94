import { maintenance } from '../../../platform/maintenance-wire.ts';
import { orders } from './project.ts';

export const handler = maintenance(orders, 'orders');
