import type { AccountDeleted } from '../../../events/accounts/account-deleted.ts';
import type { AccountRegistered } from '../../../events/accounts/account-registered.ts';
import type { IdentityLinked } from '../../../events/accounts/identity-linked.ts';
import { FIRST_LANGUAGE, type Language } from '../../../events/accounts/language.ts';
import type { MemberLeft } from '../../../events/accounts/member-left.ts';
import { NoticeKind } from '../../../events/accounts/notice-kind.ts';
import type { PreferencesChanged } from '../../../events/accounts/preferences-changed.ts';
import type { ProfileChanged } from '../../../events/accounts/profile-changed.ts';
import { Role } from '../../../events/accounts/role.ts';
import type { RolesChanged } from '../../../events/accounts/roles-changed.ts';
import type { MemberId } from '../../../events/ids.ts';
import { accept, type Decision, reject } from '../../platform/decider.ts';
import type { Account, Identity, RegisteredAccount } from './account.ts';
import type { Loans } from './loans.ts';

export interface Register {
  memberId: MemberId;
  name: string;
  email: string;
  /** What they asked to be spoken to in; without it, what everybody begins with. */
  language?: Language | undefined;
}

/** Everybody begins as a member; that the address is free is a claim in the same commit. */
export const decideRegister = ({
  memberId,
  name,
  email,
  language = FIRST_LANGUAGE,
}: Register): readonly [AccountRegistered, ...PreferencesChanged[]] => [
  { type: 'accounts.account-registered', data: { memberId, name, email, roles: ['member'] } },
  ...(language === FIRST_LANGUAGE
    ? []
    : [{ type: 'accounts.preferences-changed' as const, data: { memberId, language, unsubscribed: [] } }]),
];

/** Somebody whom a provider knows becomes a member; such an account begins without a password. */
export const decideRegisterWith = (
  person: Register,
  identity: Identity,
  linkedAt: string,
): readonly (AccountRegistered | PreferencesChanged | IdentityLinked)[] => [
  ...decideRegister(person),
  { type: 'accounts.identity-linked', data: { memberId: person.memberId, ...identity, linkedAt, endsPassword: false } },
];

/**
 * Lets a provider's person into the account of the address that the provider verified. Whoever set the account's password never
 * proved that the address is theirs: the first identity ends it, so that nobody can lie in wait in an account made for others.
 */
export const decideLink = (
  identity: Identity,
  linkedAt: string,
  account: Account,
): Decision<readonly IdentityLinked[], 'not-found'> => {
  if (account.status !== 'registered') return reject('not-found');
  const isKnown = account.identities.some(
    ({ provider, subject }) => provider === identity.provider && subject === identity.subject,
  );
  if (isKnown) return accept([]);
  const endsPassword = account.identities.length === 0;
  const data = { memberId: account.memberId, ...identity, linkedAt, endsPassword };
  return accept([{ type: 'accounts.identity-linked', data }]);
};

/** The roles in one order and always with `member`: staff are members too. */
const completed = (roles: readonly Role[]): Role[] =>
  Role.options.filter((role) => role === 'member' || roles.includes(role));

/** Gives an account another set of roles; the same set says nothing. */
export const decideRoles = (
  { roles }: { roles: readonly Role[] },
  account: Account,
): Decision<readonly RolesChanged[], 'not-found'> => {
  if (account.status !== 'registered') return reject('not-found');
  const next = completed(roles);
  if (next.join() === completed(account.roles).join()) return accept([]);
  return accept([{ type: 'accounts.roles-changed', data: { memberId: account.memberId, roles: next } }]);
};

/** What a member changes: only what is named. */
export interface ProfileChange {
  name?: string | undefined;
  language?: Language | undefined;
  unsubscribed?: readonly NoticeKind[] | undefined;
}

/** Changes the name shown to others and how the member is told things; no change says nothing. */
export const decideProfile = (
  change: ProfileChange,
  account: Account,
): Decision<readonly (ProfileChanged | PreferencesChanged)[], 'not-found'> => {
  if (account.status !== 'registered') return reject('not-found');
  const { name = account.name } = change;
  const { memberId } = account;
  const renamed = name !== account.name;
  return accept([
    ...(renamed ? [{ type: 'accounts.profile-changed' as const, data: { memberId, name } }] : []),
    ...preferencesAfter(change, account),
  ]);
};

const preferencesAfter = (
  { language, unsubscribed }: ProfileChange,
  account: RegisteredAccount,
): readonly PreferencesChanged[] => {
  const wanted = {
    language: language ?? account.language,
    unsubscribed: inOrder(unsubscribed ?? account.unsubscribed),
  };
  const isSame =
    wanted.language === account.language && wanted.unsubscribed.join() === inOrder(account.unsubscribed).join();
  return isSame ? [] : [{ type: 'accounts.preferences-changed', data: { memberId: account.memberId, ...wanted } }];
};

/** Each kind once, in one order. */
const inOrder = (kinds: readonly NoticeKind[]) => NoticeKind.options.filter((kind) => kinds.includes(kind));

/** Gives an account up; not while something of the library's is still with its member. */
export const decideDelete = (
  account: Account,
  { open }: Loans,
): Decision<{ account: readonly [AccountDeleted]; loans: readonly [MemberLeft] }, 'not-found' | 'open-loans'> => {
  if (account.status !== 'registered') return reject('not-found');
  if (open.size > 0) return reject('open-loans');
  const data = { memberId: account.memberId };
  return accept({
    account: [{ type: 'accounts.account-deleted', data }],
    loans: [{ type: 'accounts.member-left', data }],
  });
};
