import { maintenance } from '../../../platform/maintenance-wire.ts';
import { orderStatistics } from './project.ts';

export const handler = maintenance(orderStatistics, 'order-statistics');
