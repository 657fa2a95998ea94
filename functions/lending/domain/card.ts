import type { BusinessDay } from '../../../events/business-day.ts';
import type { CardId } from '../../../events/ids.ts';
import type { CardExpiring } from '../../../events/membership/card-expiring.ts';
import type { CardIssued } from '../../../events/membership/card-issued.ts';
import type { CardReinstated } from '../../../events/membership/card-reinstated.ts';
import type { CardRenewed } from '../../../events/membership/card-renewed.ts';
import type { CardSuspended } from '../../../events/membership/card-suspended.ts';
import type { Aggregate } from '../../platform/decider.ts';

/** A member card as a lender sees it. */
export type Card = { status: 'missing' } | { status: 'active' | 'suspended'; cardId: CardId; validUntil: BusinessDay };
export type CardEvent = CardIssued | CardRenewed | CardSuspended | CardReinstated | CardExpiring;

export const card: Aggregate<Card, CardEvent> = {
  initialState: { status: 'missing' },
  evolve: (state, event) => {
    if (event.type === 'membership.card-issued') {
      const { cardId, validUntil } = event.data;
      return { status: 'active', cardId, validUntil };
    }
    if (state.status === 'missing') return state;
    switch (event.type) {
      case 'membership.card-renewed':
        return { ...state, validUntil: event.data.validUntil };
      case 'membership.card-suspended':
        return { ...state, status: 'suspended' };
      case 'membership.card-reinstated':
        return { ...state, status: 'active' };
      case 'membership.card-expiring':
        return state;
    }
  },
};

export type ActiveCard = Extract<Card, { cardId: CardId }>;

/** A card may be used through its last day, unless it is suspended. */
export const isActive = (state: Card, today: BusinessDay): state is ActiveCard =>
  state.status === 'active' && today <= state.validUntil;
