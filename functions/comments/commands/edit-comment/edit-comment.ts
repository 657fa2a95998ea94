import type { CommentId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { fold, reject } from '../../../platform/decider.ts';
import { from } from '../../../platform/source.ts';
import { comment, type PostedComment } from '../../domain/comment.ts';
import { decideEdit, type Edit } from '../../domain/decide-comment.ts';
import type { CommentFacts } from '../../shown-comment.ts';

interface Needs {
  decide: ReturnType<typeof commandLoop>;
}

/** An author changes a comment, and hears how it is now. */
export const editComment =
  ({ decide }: Needs) =>
  ({ commentId, ...edit }: Omit<Edit, 'editedAt'> & { commentId: CommentId }, context: CommandContext) =>
    decide(context, { own: from('comment', commentId, comment) }, ({ own }) => {
      const decision = decideEdit({ ...edit, editedAt: context.now.toISOString() }, own);
      if (decision.outcome === 'rejected') return decision;
      const edited = fold({ ...comment, initialState: own }, decision.events);
      if (edited.status !== 'posted') return reject('not-found');
      return { outcome: 'accepted', events: { own: decision.events }, answer: factsOf(edited) };
    });

const factsOf = ({ status: _, rating, editedAt, ...facts }: PostedComment): CommentFacts => ({
  ...facts,
  ...(rating !== undefined && { rating }),
  ...(editedAt !== undefined && { editedAt }),
});
