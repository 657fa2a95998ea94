import { orderSteps } from '../../../saga-wire.ts';
import { stepHandler } from '../step-handler.ts';
import { SagaEnded } from './saga-ended.ts';

export const handler = stepHandler(SagaEnded, orderSteps.sagaEnded);
