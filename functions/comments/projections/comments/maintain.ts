import { maintenance } from '../../../platform/maintenance-wire.ts';
import { comments } from './project.ts';

export const handler = maintenance(comments, 'comments');
