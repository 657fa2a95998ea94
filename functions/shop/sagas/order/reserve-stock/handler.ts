import { orderSteps } from '../../../saga-wire.ts';
import { stepHandler } from '../step-handler.ts';
import { StepInput } from '../step-input.ts';

export const handler = stepHandler(StepInput, orderSteps.reserveStock);
