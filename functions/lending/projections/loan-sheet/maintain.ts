import { maintenance } from '../../../platform/maintenance-wire.ts';
import { loanSheet } from './project.ts';

export const handler = maintenance(loanSheet, 'loan-sheet');
