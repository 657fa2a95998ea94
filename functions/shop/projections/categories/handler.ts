import { rowListener } from '../../../platform/wire.ts';
import { categories } from './project.ts';

export const handler = rowListener(categories, 'categories');
