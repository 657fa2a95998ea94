import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { changeRoles } from '../../roles-wire.ts';
import { changeRolesEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...changeRolesEndpoint,
  run: ({ params, body }, context) => changeRoles(params.memberId, body, context),
  answer: noContent,
});
