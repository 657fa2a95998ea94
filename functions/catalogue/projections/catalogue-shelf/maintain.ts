import { maintenance } from '../../../platform/maintenance-wire.ts';
import { catalogueShelf } from './project.ts';

export const handler = maintenance(catalogueShelf, 'catalogue');
