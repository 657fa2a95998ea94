import { rowListener } from '../../../platform/wire.ts';
import { records } from './project.ts';

export const handler = rowListener(records, 'records');
