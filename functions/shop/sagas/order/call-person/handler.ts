import { orderSteps } from '../../../saga-wire.ts';
import { stepHandler } from '../step-handler.ts';
import { StuckInput } from '../step-input.ts';

export const handler = stepHandler(StuckInput, orderSteps.callPerson);
