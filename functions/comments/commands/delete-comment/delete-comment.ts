import type { CommentId, MemberId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { ownEvents } from '../../../platform/one-stream.ts';
import { from } from '../../../platform/source.ts';
import { comment } from '../../domain/comment.ts';
import { decideDelete } from '../../domain/decide-comment.ts';

interface Needs {
  decide: ReturnType<typeof commandLoop>;
}

/** An author or somebody of the staff takes a comment away. */
export const deleteComment =
  ({ decide }: Needs) =>
  ({ commentId, by, isStaff }: { commentId: CommentId; by: MemberId; isStaff: boolean }, context: CommandContext) =>
    decide(context, { own: from('comment', commentId, comment) }, ({ own }) =>
      ownEvents(decideDelete({ by, isStaff, deletedAt: context.now.toISOString() }, own)),
    );
