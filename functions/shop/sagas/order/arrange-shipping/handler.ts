import { orderSteps } from '../../../arrange-shipping-wire.ts';
import { stepHandler } from '../step-handler.ts';
import { WaitingStepInput } from '../step-input.ts';

export const handler = stepHandler(WaitingStepInput, orderSteps.arrangeShipping);
