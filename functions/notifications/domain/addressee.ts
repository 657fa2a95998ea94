import type { AccountDeleted } from '../../../events/accounts/account-deleted.ts';
import type { AccountRegistered } from '../../../events/accounts/account-registered.ts';
import { FIRST_LANGUAGE, type Language } from '../../../events/accounts/language.ts';
import type { NoticeKind } from '../../../events/accounts/notice-kind.ts';
import type { PreferencesChanged } from '../../../events/accounts/preferences-changed.ts';
import type { ProfileChanged } from '../../../events/accounts/profile-changed.ts';
import type { Aggregate } from '../../platform/decider.ts';

/** Whom a mail goes to, and what kinds of mail are not wanted; undefined when there is no such account, or none any more. */
export type Addressee =
  | { name: string; email: string; language: Language; unsubscribed: readonly NoticeKind[] }
  | undefined;
export type AddresseeEvent = AccountRegistered | ProfileChanged | PreferencesChanged | AccountDeleted;

/** A member's name, address and preferences as the account's stream tells them. */
export const addressee: Aggregate<Addressee, AddresseeEvent> = {
  initialState: undefined,
  evolve: (state, event) => {
    if (event.type === 'accounts.account-deleted') return undefined;
    if (event.type === 'accounts.account-registered') {
      const { name, email } = event.data;
      return { name, email, language: FIRST_LANGUAGE, unsubscribed: [] };
    }
    if (!state) return state;
    if (event.type === 'accounts.profile-changed') return { ...state, name: event.data.name };
    if (event.type !== 'accounts.preferences-changed') return state;
    const { language, unsubscribed } = event.data;
    return { ...state, language, unsubscribed };
  },
};
