import { carrierAnswered } from '../../../carrier-answered-wire.ts';
import { takeAnswers } from './take-answers.ts';

export const handler = takeAnswers(carrierAnswered);
