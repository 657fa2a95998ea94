import { maintenance } from '../../../platform/maintenance-wire.ts';
import { records } from './project.ts';

export const handler = maintenance(records, 'records');
