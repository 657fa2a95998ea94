import type { AccountDeleted } from '../../../events/accounts/account-deleted.ts';
import type { AccountRegistered } from '../../../events/accounts/account-registered.ts';
import type { IdentityLinked } from '../../../events/accounts/identity-linked.ts';
import type { IdentityProvider } from '../../../events/accounts/identity-provider.ts';
import { FIRST_LANGUAGE, type Language } from '../../../events/accounts/language.ts';
import type { NoticeKind } from '../../../events/accounts/notice-kind.ts';
import type { PreferencesChanged } from '../../../events/accounts/preferences-changed.ts';
import type { ProfileChanged } from '../../../events/accounts/profile-changed.ts';
import type { Role } from '../../../events/accounts/role.ts';
import type { RolesChanged } from '../../../events/accounts/roles-changed.ts';
import type { MemberId } from '../../../events/ids.ts';
import type { Aggregate } from '../../platform/decider.ts';

export type Account = { status: 'unknown' } | { status: 'deleted' } | RegisteredAccount;
export interface RegisteredAccount {
  status: 'registered';
  memberId: MemberId;
  name: string;
  email: string;
  roles: readonly Role[];
  language: Language;
  /** Kinds of mail that are not wanted. */
  unsubscribed: readonly NoticeKind[];
  /** By whom else its member can be recognised. */
  identities: readonly Identity[];
  /** Sessions that began before this instant are over; absent when none had to end. */
  sessionsFrom?: string;
}
/** A person as a provider knows it. */
export interface Identity {
  provider: IdentityProvider;
  subject: string;
}
export type AccountEvent =
  | AccountRegistered
  | RolesChanged
  | ProfileChanged
  | PreferencesChanged
  | IdentityLinked
  | AccountDeleted;

const FIRST = { identities: [], language: FIRST_LANGUAGE, unsubscribed: [] } as const;

export const account: Aggregate<Account, AccountEvent> = {
  initialState: { status: 'unknown' },
  evolve: (state, event) => {
    if (event.type === 'accounts.account-registered') return { status: 'registered', ...FIRST, ...event.data };
    if (event.type === 'accounts.account-deleted') return { status: 'deleted' };
    if (state.status !== 'registered') return state;
    switch (event.type) {
      case 'accounts.roles-changed':
        return { ...state, roles: event.data.roles };
      case 'accounts.profile-changed':
        return { ...state, name: event.data.name };
      case 'accounts.preferences-changed':
        return { ...state, language: event.data.language, unsubscribed: event.data.unsubscribed };
      case 'accounts.identity-linked': {
        const { provider, subject, linkedAt, endsPassword } = event.data;
        const identities = [...state.identities, { provider, subject }];
        return { ...state, identities, ...(endsPassword && { sessionsFrom: linkedAt }) };
      }
    }
  },
};
