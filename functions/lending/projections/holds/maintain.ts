import { maintenance } from '../../../platform/maintenance-wire.ts';
import { holds } from './project.ts';

export const handler = maintenance(holds, 'holds');
