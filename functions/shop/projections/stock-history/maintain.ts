import { maintenance } from '../../../platform/maintenance-wire.ts';
import { stockHistory } from './project.ts';

export const handler = maintenance(stockHistory, 'stock-history');
