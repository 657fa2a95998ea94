import { maintenance } from '../../../platform/maintenance-wire.ts';
import { availability } from './project.ts';

export const handler = maintenance(availability, 'availability');
