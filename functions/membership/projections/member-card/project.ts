import type { MemberId } from '../../../../events/ids.ts';
import type { RowProjection } from '../../../platform/projection.ts';
import type { Key } from '../../../platform/view-store/port.ts';
import { AWAITED } from './view.ts';

export const keyOfCard = (memberId: MemberId): Key => ({ pk: memberId, sk: 'card' });

/** One row per member's card. */
export const memberCard: RowProjection<'member-card'> = {
  listener: 'member-card',
  keyOf: ({ data: { memberId } }) => keyOfCard(memberId),
  evolve: (row, event) => {
    switch (event.type) {
      case 'membership.card-issued':
        return awaited({ ...event.data, status: 'active', endNoticed: false });
      case 'membership.card-renewed':
        return awaited({ ...row, validUntil: event.data.validUntil, endNoticed: false });
      case 'membership.card-suspended':
        return awaited({ ...row, status: 'suspended' });
      case 'membership.card-reinstated':
        return awaited({ ...row, status: 'active' });
      case 'membership.card-expiring':
        return awaited({ ...row, endNoticed: true });
    }
  },
};

/** In the index of cards whose end is still to be told, or out of it: an attribute that is absent is not indexed. */
const awaited = (row: Readonly<Record<string, unknown>>) => {
  const { endState: _, endsOn: __, ...card } = row;
  const isAwaited = card.status === 'active' && card.endNoticed !== true;
  return isAwaited ? { ...card, endState: AWAITED, endsOn: card.validUntil } : card;
};
