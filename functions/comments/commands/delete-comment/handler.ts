import { noContent } from '../../../platform/http/answers.ts';
import { isStaff } from '../../../platform/http/caller.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { comments } from '../../wire.ts';
import { deleteCommentEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...deleteCommentEndpoint,
  run: ({ params, caller }, context) =>
    comments.delete({ ...params, by: caller.memberId, isStaff: isStaff(caller) }, context),
  answer: noContent,
});
