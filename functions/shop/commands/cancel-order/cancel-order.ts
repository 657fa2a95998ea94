import type { OrderId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { reject } from '../../../platform/decider.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { from } from '../../../platform/source.ts';
import { decideCancel } from '../../domain/order/decide-cancel.ts';
import { order } from '../../domain/order/order.ts';
import { isFromOutside } from '../../outside-fault.ts';
import type { Carrier } from '../../shipping/port.ts';

interface Needs {
  carrier: Pick<Carrier, 'lookUp'>;
  decide: ReturnType<typeof commandLoop>;
}
interface CancelOrder {
  orderId: OrderId;
  reason: string;
  caller: { memberId: string; isStaff: boolean };
}
export interface CancelAnswer {
  orderId: OrderId;
  status: 'cancelling' | 'cancelled';
}
type Refusal = 'not-found' | 'forbidden' | 'too-late-to-cancel';

/** Its member calls an order off, or a librarian does; the carrier is asked first whether it has the parcel. */
export const cancelOrder =
  ({ carrier, decide }: Needs) =>
  async (
    { orderId, reason, caller }: CancelOrder,
    context: CommandContext,
  ): Promise<Outcome<CancelAnswer, Refusal>> => {
    const isPickedUp = await hasParcel(carrier, orderId, context.now);
    if (isPickedUp === undefined) return { outcome: 'busy' };
    const deciding = decide(context, { own: from('order', orderId, order) }, ({ own }) => {
      if (own.status === 'unknown') return reject('not-found');
      if (own.memberId !== caller.memberId && !caller.isStaff) return reject('forbidden');
      const decision = decideCancel({ reason, isPickedUp }, own);
      if (decision.outcome === 'rejected') return decision;
      const status = own.end === 'cancelled' ? ('cancelled' as const) : ('cancelling' as const);
      return { outcome: 'accepted', events: { own: decision.events }, answer: { orderId, status } };
    });
    return deciding.catch(whenMemberHasLeft);
  };

/** Nothing can be written in the words of a member whose key is erased; such an order goes the way it was going. */
const whenMemberHasLeft = (error: unknown) => {
  if (error instanceof Error && error.name === 'SubjectErased') return reject('too-late-to-cancel');
  throw error;
};

/** Undefined when the carrier could not be asked just now: nobody is promised what may not be kept. */
const hasParcel = async (carrier: Needs['carrier'], orderId: OrderId, now: Date): Promise<boolean | undefined> => {
  try {
    return (await carrier.lookUp(orderId, now))?.status === 'picked-up';
  } catch (error) {
    if (isFromOutside(error)) return undefined;
    throw error;
  }
};
