import { rowListener } from '../../../platform/wire.ts';
import { memberCard } from './project.ts';

export const handler = rowListener(memberCard, 'member-card');
