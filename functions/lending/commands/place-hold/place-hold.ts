import type { HoldId, MemberId, VolumeId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { consulting, from } from '../../../platform/source.ts';
import { card } from '../../domain/card.ts';
import { decidePlaceHold } from '../../domain/hold/decide-place-hold.ts';
import { patron } from '../../domain/patron.ts';
import { shelf, shelvesOf } from '../../domain/shelf.ts';
import { volume } from '../../domain/volume.ts';

interface Needs {
  newHoldId: () => HoldId;
  /** The volumes a member ever placed a hold for that may still stand. */
  volumesWithHolds: (memberId: MemberId) => Promise<readonly VolumeId[]>;
  decide: ReturnType<typeof commandLoop>;
}
type Wish = { memberId: MemberId; volumeId: VolumeId };

/**
 * Begins to wait for a volume. What became of a member's other holds is on other shelves; those are looked at only by who
 * would otherwise have too many.
 */
export const placeHold =
  ({ newHoldId, volumesWithHolds, decide }: Needs) =>
  async (wish: Wish, context: CommandContext) => {
    const holdId = newHoldId();
    const first = await placing(decide, { ...wish, holdId }, [], context);
    if (first.outcome !== 'rejected' || first.reason !== 'too-many-holds') return first;
    return placing(decide, { ...wish, holdId }, await volumesWithHolds(wish.memberId), context);
  };

const placing = (
  decide: Needs['decide'],
  { memberId, volumeId, holdId }: Wish & { holdId: HoldId },
  volumesLookedAt: readonly VolumeId[],
  context: CommandContext,
) => {
  const others = [...new Set(volumesLookedAt)].filter((other) => other !== volumeId);
  const sources = {
    shelf: from('shelf', volumeId, shelf),
    patron: from('patron', memberId, patron),
    card: from('card', memberId, card),
    volume: from('volume', volumeId, volume),
    others: others.map((other) => consulting('shelf', other, shelf)),
  };
  return decide(context, sources, ({ others: found, ...states }) => {
    const otherShelves = shelvesOf(
      others.map((other) => ({ volumeId: other })),
      found,
    );
    const looked = [{ volumeId, shelf: states.shelf }, ...otherShelves];
    const decision = decidePlaceHold({ holdId, memberId, volumeId, now: context.now }, { ...states, others: looked });
    if (decision.outcome === 'rejected') return decision;
    const { told, position } = decision.events;
    const createdAt = context.now.toISOString();
    return {
      outcome: 'accepted',
      events: told,
      answer: { holdId, volumeId, status: 'waiting' as const, position, createdAt },
      // Whoever has the id finds the shelf: a hold has no stream of its own. Ids are new, so nobody ever holds it before.
      claims: [{ kind: 'hold', key: holdId, value: { volumeId, memberId }, refusal: 'already-waiting' as const }],
    };
  });
};
