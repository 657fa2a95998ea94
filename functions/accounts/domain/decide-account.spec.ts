import { describe, expect, it } from 'vitest';
import type { NoticeKind } from '../../../events/accounts/notice-kind.ts';
import type { Role } from '../../../events/accounts/role.ts';
import { BusinessDay } from '../../../events/business-day.ts';
import { LoanId, MemberId, VolumeId } from '../../../events/ids.ts';
import { fold } from '../../platform/decider.ts';
import { given } from '../../platform/given.ts';
import { account } from './account.ts';
import {
  decideDelete,
  decideLink,
  decideProfile,
  decideRegister,
  decideRegisterWith,
  decideRoles,
} from './decide-account.ts';
import { type LoansEvent, loans } from './loans.ts';

const memberId = MemberId.parse('aki');
const [registered] = decideRegister({ memberId, name: 'Aki', email: 'aki@example.test' });
const rolesOf = (roles: Role[]) => [{ type: 'accounts.roles-changed' as const, data: { memberId, roles } }];

describe('an account', () => {
  it('begins as a member', () => expect(registered.data.roles).toEqual(['member']));

  it('keeps the role of a member whatever else it is given', () =>
    given(
      decideRoles,
      account,
    )(registered)
      .when({ roles: ['admin'] })
      .thenEvents(rolesOf(['member', 'admin'])));

  it('loses the roles that are not named', () =>
    given(decideRoles, account)(registered, ...rolesOf(['member', 'librarian']))
      .when({ roles: ['member'] })
      .thenEvents(rolesOf(['member'])));

  it('says nothing when the roles are what they were', () =>
    given(
      decideRoles,
      account,
    )(registered)
      .when({ roles: ['member'] })
      .thenEvents([]));

  it('cannot be given roles before it exists', () =>
    given(decideRoles, account)()
      .when({ roles: ['member'] })
      .thenRejected('not-found'));

  it('changes its name, and says nothing when the name is what it was', () => {
    const change = { type: 'accounts.profile-changed' as const, data: { memberId, name: 'Aki Mori' } };
    given(decideProfile, account)(registered).when({ name: 'Aki Mori' }).thenEvents([change]);
    given(decideProfile, account)(registered, change).when({ name: 'Aki Mori' }).thenEvents([]);
  });
});

describe('how a member wants to be told things', () => {
  const told = (language: 'en' | 'ja', unsubscribed: NoticeKind[]) => ({
    type: 'accounts.preferences-changed' as const,
    data: { memberId, language, unsubscribed },
  });

  it('is in English, and everything, until the member says otherwise', () =>
    expect(fold(account, [registered])).toMatchObject({ language: 'en', unsubscribed: [] }));

  it('is in Japanese from the first mail on for whoever registers in it', () => {
    const inJapanese = decideRegister({ memberId, name: 'Aki', email: 'aki@example.test', language: 'ja' });
    expect(inJapanese).toEqual([registered, told('ja', [])]);
    expect(decideRegister({ memberId, name: 'Aki', email: 'aki@example.test', language: 'en' })).toEqual([registered]);
  });

  it('changes in what is named alone; kinds are kept once and in one order', () => {
    given(
      decideProfile,
      account,
    )(registered)
      .when({ unsubscribed: ['overdue', 'borrowed', 'overdue'] })
      .thenEvents([told('en', ['borrowed', 'overdue'])]);
    given(decideProfile, account)(registered, told('en', ['borrowed']))
      .when({ language: 'ja' })
      .thenEvents([told('ja', ['borrowed'])]);
    given(decideProfile, account)(registered, told('ja', ['borrowed']))
      .when({ unsubscribed: [] })
      .thenEvents([told('ja', [])]);
  });

  it('is not told again when nothing changes', () =>
    given(decideProfile, account)(registered, told('ja', ['borrowed', 'overdue']))
      .when({ language: 'ja', unsubscribed: ['overdue', 'borrowed'] })
      .thenEvents([]));

  it('may change with the name in one go', () =>
    given(
      decideProfile,
      account,
    )(registered)
      .when({ name: 'Mei', language: 'ja' })
      .thenEvents([{ type: 'accounts.profile-changed', data: { memberId, name: 'Mei' } }, told('ja', [])]));
});

describe('an identity at a provider', () => {
  const linkedAt = '2026-05-01T00:00:00.000Z';
  const google = { provider: 'google', subject: '1' } as const;
  const gitHub = { provider: 'github', subject: '1' } as const;
  const linked = (identity: typeof google | typeof gitHub, endsPassword: boolean) => ({
    type: 'accounts.identity-linked' as const,
    data: { memberId, ...identity, linkedAt, endsPassword },
  });

  it('ends the password of the account it is first linked to, and the sessions of before', () => {
    const decision = decideLink(google, linkedAt, fold(account, [registered]));
    expect(decision).toEqual({ outcome: 'accepted', events: [linked(google, true)] });
    expect(fold(account, [registered, linked(google, true)])).toMatchObject({
      identities: [google],
      sessionsFrom: linkedAt,
    });
  });

  it('ends nothing when the address was proven before', () => {
    const begun = decideRegisterWith({ memberId, name: 'Aki', email: 'aki@example.test' }, google, linkedAt);
    expect(begun).toEqual([registered, linked(google, false)]);
    const decision = decideLink(gitHub, linkedAt, fold(account, begun));
    expect(decision).toEqual({ outcome: 'accepted', events: [linked(gitHub, false)] });
    expect(fold(account, [...begun, linked(gitHub, false)])).not.toHaveProperty('sessionsFrom');
  });

  it('is linked once, and to nobody who has left', () => {
    const known = fold(account, [registered, linked(google, true)]);
    expect(decideLink(google, linkedAt, known)).toEqual({ outcome: 'accepted', events: [] });
    const gone = fold(account, [registered, { type: 'accounts.account-deleted', data: { memberId } }]);
    expect(decideLink(google, linkedAt, gone)).toEqual({ outcome: 'rejected', reason: 'not-found' });
  });
});

describe('giving an account up', () => {
  const deleted = { type: 'accounts.account-deleted' as const, data: { memberId } };
  const left = { type: 'accounts.member-left' as const, data: { memberId } };
  const loanId = LoanId.parse('l1');
  const day = BusinessDay.parse('2026-05-01');
  const borrowed: LoansEvent = {
    type: 'lending.patron-borrowed',
    data: { memberId, loanId, volumeIds: [VolumeId.parse('v')], borrowedOn: day, dueOn: day },
  };
  const broughtBack: LoansEvent = { type: 'lending.patron-brought-back', data: { memberId, loanId } };
  const asked = (...history: readonly LoansEvent[]) => decideDelete(fold(account, [registered]), fold(loans, history));

  it('ends it, and tells its loans', () =>
    expect(asked(borrowed, broughtBack)).toEqual({
      outcome: 'accepted',
      events: { account: [deleted], loans: [left] },
    }));
  it('is refused while something is on loan', () =>
    expect(asked(borrowed)).toEqual({ outcome: 'rejected', reason: 'open-loans' }));
  it('happens once, and nothing can be changed afterwards', () => {
    expect(decideDelete(fold(account, [registered, deleted]), fold(loans, [left]))).toEqual({
      outcome: 'rejected',
      reason: 'not-found',
    });
    given(decideProfile, account)(registered, deleted).when({ name: 'Mei' }).thenRejected('not-found');
    given(decideRoles, account)(registered, deleted)
      .when({ roles: ['admin'] })
      .thenRejected('not-found');
  });
});
