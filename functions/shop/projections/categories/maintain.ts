import { maintenance } from '../../../platform/maintenance-wire.ts';
import { categories } from './project.ts';

export const handler = maintenance(categories, 'categories');
