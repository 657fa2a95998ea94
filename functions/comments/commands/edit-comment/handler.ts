import { json } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { authorNames } from '../../author-names.ts';
import { shownComment } from '../../shown-comment.ts';
import { comments } from '../../wire.ts';
import { editCommentEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...editCommentEndpoint,
  run: ({ params: { commentId }, body: { text, rating }, caller }, context) =>
    comments.edit({ commentId, text, rating, by: caller.memberId }, context),
  answer: async (edited) => json(shownComment(edited, (await authorNames([edited.memberId])).get(edited.memberId))),
});
