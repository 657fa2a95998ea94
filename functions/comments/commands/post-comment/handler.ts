import { created } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { authorNames } from '../../author-names.ts';
import { shownComment } from '../../shown-comment.ts';
import { comments } from '../../wire.ts';
import { postCommentEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...postCommentEndpoint,
  run: ({ params, body, caller }, context) => comments.post({ ...params, ...body, memberId: caller.memberId }, context),
  answer: async (said) =>
    created(
      `/api/comments/${said.commentId}`,
      shownComment(said, (await authorNames([said.memberId])).get(said.memberId)),
    ),
});
