import { setting } from '../platform/environment.ts';
import { startOrderSaga as starting } from './reactions/start-order-saga/react.ts';
import { stepFunctions } from './sagas/order/step-functions.ts';

/** Who starts sagas knows the state machine; whom the state machine runs cannot. */
export const startOrderSaga = starting({
  executions: stepFunctions(setting('ORDER_SAGA_ARN')),
});
