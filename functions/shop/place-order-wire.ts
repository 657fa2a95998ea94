import { v7 as uuid } from 'uuid';
import { OrderId } from '../../events/ids.ts';
import { decidePersonally } from '../platform/personal-wire.ts';
import { placeOrder as placing } from './commands/place-order/place-order.ts';
import { gateway } from './payments/wire.ts';

/** What stands behind placing an order; an address is written, so the function knows personal data. */
export const placeOrder = placing({ newOrderId: () => OrderId.parse(uuid()), gateway, decide: decidePersonally });
