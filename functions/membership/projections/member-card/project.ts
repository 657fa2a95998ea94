import type { RowProjection } from '../../../platform/projection.ts';

/** One row per member's card. */
export const memberCard: RowProjection<'member-card'> = {
  listener: 'member-card',
  keyOf: ({ data: { memberId } }) => ({ pk: memberId, sk: 'card' }),
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
