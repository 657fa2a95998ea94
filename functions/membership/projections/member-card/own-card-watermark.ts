import type { MemberId } from '../../../../events/ids.ts';
import { partsOf } from '../../../../events/stream-name.ts';
import type { Watermark } from '../../../platform/http/consistency-token.ts';

/**
 * How far the answer about a member's own card is; `shownVersion` is the version of the card's stream that its row
 * shows, 0 without a row. The card follows the account: whoever has just registered waits for it. Streams of other
 * members, which a librarian's token may name, do not concern the answer.
 */
export const ownCardWatermark = (memberId: MemberId, shownVersion: () => Promise<number>): Watermark => ({
  categories: ['card', 'account'],
  position: async (stream) => {
    const { category, id } = partsOf(stream);
    if (id !== memberId) return Number.POSITIVE_INFINITY;
    const version = await shownVersion();
    return category === 'account' && version > 0 ? Number.POSITIVE_INFINITY : version;
  },
});
