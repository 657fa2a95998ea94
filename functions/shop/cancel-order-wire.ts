import { decidePersonally } from '../platform/personal-wire.ts';
import { cancelOrder as cancelling } from './commands/cancel-order/cancel-order.ts';
import { carrier } from './shipping/wire.ts';

/** What stands behind cancelling an order; a member's own words are written, so the function knows personal data. */
export const cancelOrder = cancelling({ carrier, decide: decidePersonally });
