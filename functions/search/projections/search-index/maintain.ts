import { maintenance } from '../../../platform/maintenance-wire.ts';
import { searchIndex } from './project.ts';

export const handler = maintenance(searchIndex, 'search');
