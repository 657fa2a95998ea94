import { rowListener } from '../../../platform/wire.ts';
import { librarians } from './project.ts';

export const handler = rowListener(librarians, 'librarians');
