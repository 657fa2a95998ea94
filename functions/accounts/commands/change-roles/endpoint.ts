import * as z from 'zod';
import { Role } from '../../../../events/accounts/role.ts';
import { MemberId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';

/** Roles that are not named are taken away; everybody stays a member. */
export const ChangeRolesRequest = z.strictObject({ roles: z.array(Role).max(Role.options.length) });

export const changeRolesEndpoint = endpoint('PUT /api/members/{memberId}/roles', {
  summary: 'Gives a member another set of roles',
  who: 'admin',
  params: z.object({ memberId: MemberId }),
  body: ChangeRolesRequest,
  answers: { 204: null },
  refusals: { 'not-found': 404 },
});
