import { heard } from '../../../platform/listener/heard.ts';
import { reactionListener } from '../../../platform/wire.ts';
import { shipOrders } from '../../ship-orders-wire.ts';

export const handler = reactionListener('ship-orders', async (event) => {
  const dayBegan = heard('ship-orders', event);
  if (dayBegan) await shipOrders(dayBegan);
});
