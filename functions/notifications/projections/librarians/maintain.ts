import { maintenance } from '../../../platform/maintenance-wire.ts';
import { librarians } from './project.ts';

export const handler = maintenance(librarians, 'librarians');
