import { maintenance } from '../../../platform/maintenance-wire.ts';
import { memberCard } from './project.ts';

export const handler = maintenance(memberCard, 'member-card');
