import { decidePersonally } from '../platform/personal-wire.ts';
import { arrangeShipping } from './sagas/order/arrange-shipping/arrange-shipping.ts';
import { orderBook } from './sagas/order/order-book.ts';
import { stepFunctions } from './sagas/order/step-functions.ts';
import { carrier } from './shipping/wire.ts';

/** The one step of the saga that may read where a member lives. */
export const orderSteps = {
  arrangeShipping: arrangeShipping({
    book: orderBook(decidePersonally),
    carrier,
    executions: stepFunctions(undefined),
  }),
};
