import type { Rating } from '../../../../events/comments/rating.ts';
import type { CommentId, MemberId, VolumeId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { beginning, consulting } from '../../../platform/source.ts';
import { comment } from '../../domain/comment.ts';
import { decidePost } from '../../domain/decide-comment.ts';
import { volume } from '../../domain/volume.ts';
import type { CommentFacts } from '../../shown-comment.ts';

interface Needs {
  newCommentId: () => CommentId;
  decide: ReturnType<typeof commandLoop>;
}
interface Said {
  volumeId: VolumeId;
  memberId: MemberId;
  text: string;
  rating?: Rating | undefined;
}

/** A member comments on a volume. The answer, which is kept with an idempotency key, names nobody. */
export const postComment =
  ({ newCommentId, decide }: Needs) =>
  ({ volumeId, memberId, text, rating }: Said, context: CommandContext) => {
    const commentId = newCommentId();
    const postedAt = context.now.toISOString();
    const said: CommentFacts = {
      commentId,
      volumeId,
      memberId,
      text,
      ...(rating !== undefined && { rating }),
      postedAt,
    };
    const sources = {
      comment: beginning('comment', commentId, comment),
      volume: consulting('volume', volumeId, volume),
    };
    return decide(context, sources, (states) => {
      const decision = decidePost(said, states.volume);
      if (decision.outcome === 'rejected') return decision;
      return { outcome: 'accepted', events: { comment: decision.events }, answer: said };
    });
  };
