import { describe, expect, it } from 'vitest';
import type { Role } from '../../../events/accounts/role.ts';
import { MemberId } from '../../../events/ids.ts';
import { given } from '../../platform/given.ts';
import { account } from './account.ts';
import { decideProfile, decideRegister, decideRoles } from './decide-account.ts';

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
