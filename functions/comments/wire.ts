import { v7 as uuid } from 'uuid';
import { CommentId } from '../../events/ids.ts';
import { decide } from '../platform/wire.ts';
import { deleteComment } from './commands/delete-comment/delete-comment.ts';
import { editComment } from './commands/edit-comment/edit-comment.ts';
import { postComment } from './commands/post-comment/post-comment.ts';

/** The commands of this domain. Authors' names, which are personal data, are in `author-names.ts`. */
export const comments = {
  post: postComment({ newCommentId: () => CommentId.parse(uuid()), decide }),
  edit: editComment({ decide }),
  delete: deleteComment({ decide }),
};
