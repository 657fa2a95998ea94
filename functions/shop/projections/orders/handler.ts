import { rowListener } from '../../../platform/wire.ts';
import { orders } from './project.ts';

export const handler = rowListener(orders, 'orders');
