import type { MemberId } from '../../../../events/ids.ts';
import type { RowProjection } from '../../../platform/projection.ts';
import type { Key } from '../../../platform/view-store/port.ts';

export const keyOfCard = (memberId: MemberId): Key => ({ pk: memberId, sk: 'card' });

/** One row per member's card. */
export const memberCard: RowProjection<'member-card'> = {
  listener: 'member-card',
  keyOf: ({ data: { memberId } }) => keyOfCard(memberId),
  evolve: (row, event) => {
    switch (event.type) {
      case 'membership.card-issued':
        return { ...event.data, status: 'active' };
      case 'membership.card-renewed':
        return { ...row, validUntil: event.data.validUntil };
      case 'membership.card-suspended':
        return { ...row, status: 'suspended' };
      case 'membership.card-reinstated':
        return { ...row, status: 'active' };
    }
  },
};
