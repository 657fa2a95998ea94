import { heard } from '../../../platform/listener/heard.ts';
import { reactionListener } from '../../../platform/wire.ts';
import { startOrderSaga } from '../../start-saga-wire.ts';

export const handler = reactionListener('start-order-saga', async (event) => {
  const told = heard('start-order-saga', event);
  if (told) await startOrderSaga(told);
});
