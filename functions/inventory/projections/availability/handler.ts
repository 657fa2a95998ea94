import { rowListener } from '../../../platform/wire.ts';
import { availability } from './project.ts';

export const handler = rowListener(availability, 'availability');
