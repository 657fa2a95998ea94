import type { AccountDeleted } from '../../../events/accounts/account-deleted.ts';
import type { AccountRegistered } from '../../../events/accounts/account-registered.ts';
import type { ProfileChanged } from '../../../events/accounts/profile-changed.ts';
import type { Aggregate } from '../../platform/decider.ts';

/** The name that an author is shown by; undefined for who has no account, or none any more. */
export type AuthorName = string | undefined;
export type AuthorEvent = AccountRegistered | ProfileChanged | AccountDeleted;

/** An author's name as the account's stream tells it. */
export const author: Aggregate<AuthorName, AuthorEvent> = {
  initialState: undefined,
  evolve: (name, event) => {
    if (event.type === 'accounts.account-deleted') return undefined;
    if (event.type === 'accounts.account-registered') return event.data.name;
    return event.type === 'accounts.profile-changed' ? event.data.name : name;
  },
};
