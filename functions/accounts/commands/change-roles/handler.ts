import * as z from 'zod';
import { MemberId } from '../../../../events/ids.ts';
import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { changeRoles } from '../../roles-wire.ts';
import { ChangeRolesRequest } from './change-roles.ts';

export const handler = httpCommand(eventStore, {
  who: 'admin',
  params: z.object({ memberId: MemberId }),
  body: ChangeRolesRequest,
  run: ({ params, body }, context) => changeRoles(params.memberId, body, context),
  refusals: { 'not-found': 404 },
  answer: noContent,
});
