import type { RowProjection } from '../../../platform/projection.ts';
import { LIBRARIAN } from './view.ts';

/** One row per account; those of librarians are in an index. */
export const librarians: RowProjection<'librarians'> = {
  listener: 'librarians',
  keyOf: ({ data: { memberId } }) => ({ pk: memberId, sk: 'account' }),
  evolve: (_, { type, data }) => {
    const { memberId } = data;
    const isLibrarian = type !== 'accounts.account-deleted' && data.roles.includes('librarian');
    return { memberId, ...(isLibrarian && { role: LIBRARIAN }) };
  },
};
