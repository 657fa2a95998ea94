import type { BusinessDay } from '../../../events/business-day.ts';
import type { CardId, MemberId } from '../../../events/ids.ts';
import type { CardExpiring } from '../../../events/membership/card-expiring.ts';
import type { CardIssued } from '../../../events/membership/card-issued.ts';
import type { CardReinstated } from '../../../events/membership/card-reinstated.ts';
import type { CardRenewed } from '../../../events/membership/card-renewed.ts';
import type { CardSuspended } from '../../../events/membership/card-suspended.ts';
import type { Aggregate } from '../../platform/decider.ts';

export type Card = { status: 'not-issued' } | IssuedCard;
export interface IssuedCard {
  status: 'active' | 'suspended';
  memberId: MemberId;
  cardId: CardId;
  /** The last day on which it may be used. */
  validUntil: BusinessDay;
  /** Whether its member has been told that this validity ends soon. */
  endNoticed: boolean;
}
export type CardEvent = CardIssued | CardRenewed | CardSuspended | CardReinstated | CardExpiring;

export const card: Aggregate<Card, CardEvent> = {
  initialState: { status: 'not-issued' },
  evolve: (state, event) => {
    if (event.type === 'membership.card-issued') {
      const { memberId, cardId, validUntil } = event.data;
      return { status: 'active', memberId, cardId, validUntil, endNoticed: false };
    }
    if (state.status === 'not-issued') return state;
    switch (event.type) {
      case 'membership.card-renewed':
        return { ...state, validUntil: event.data.validUntil, endNoticed: false };
      case 'membership.card-suspended':
        return { ...state, status: 'suspended' };
      case 'membership.card-reinstated':
        return { ...state, status: 'active' };
      case 'membership.card-expiring':
        return { ...state, endNoticed: true };
    }
  },
};
