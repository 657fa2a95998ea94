import { maintenance } from '../../../platform/maintenance-wire.ts';
import { copyHistory } from './project.ts';

export const handler = maintenance(copyHistory, 'copy-history');
