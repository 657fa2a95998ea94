import { rowListener } from '../../../platform/wire.ts';
import { loanSheet } from './project.ts';

export const handler = rowListener(loanSheet, 'loan-sheet');
