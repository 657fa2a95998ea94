import { orderSteps } from '../../../saga-wire.ts';
import { stepHandler } from '../step-handler.ts';
import { GivenUpInput } from '../step-input.ts';

export const handler = stepHandler(GivenUpInput, orderSteps.recordGivenUp);
