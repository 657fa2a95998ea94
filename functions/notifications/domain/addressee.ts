import type { AccountDeleted } from '../../../events/accounts/account-deleted.ts';
import type { AccountRegistered } from '../../../events/accounts/account-registered.ts';
import type { ProfileChanged } from '../../../events/accounts/profile-changed.ts';
import type { Aggregate } from '../../platform/decider.ts';

/** Whom a mail goes to; undefined when there is no such account, or none any more. */
export type Addressee = { name: string; email: string } | undefined;
export type AddresseeEvent = AccountRegistered | ProfileChanged | AccountDeleted;

/** A member's name and address as the account's stream tells them. */
export const addressee: Aggregate<Addressee, AddresseeEvent> = {
  initialState: undefined,
  evolve: (state, event) => {
    if (event.type === 'accounts.account-deleted') return undefined;
    if (event.type === 'accounts.account-registered') return { name: event.data.name, email: event.data.email };
    return state && event.type === 'accounts.profile-changed' ? { ...state, name: event.data.name } : state;
  },
};
