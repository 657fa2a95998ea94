import { maintenance } from '../../../platform/maintenance-wire.ts';
import { ranking } from './project.ts';

export const handler = maintenance(ranking, 'ranking');
