import type { HoldId, MemberId, VolumeId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { reject } from '../../../platform/decider.ts';
import { ownEvents } from '../../../platform/one-stream.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { from } from '../../../platform/source.ts';
import { decideCancelHolds } from '../../domain/hold/decide-cancel-holds.ts';
import { shelf } from '../../domain/shelf.ts';

interface Needs {
  findHold: (holdId: HoldId, now: Date) => Promise<{ volumeId: VolumeId; memberId: MemberId } | undefined>;
  decide: ReturnType<typeof commandLoop>;
}

/** A member gives a hold up; a copy that was put aside goes to the next in the same commit. */
export const cancelHold =
  ({ findHold, decide }: Needs) =>
  async (
    { holdId, memberId }: { holdId: HoldId; memberId: MemberId },
    context: CommandContext,
  ): Promise<Outcome<undefined, 'not-found' | 'forbidden'>> => {
    const { now } = context;
    const hold = await findHold(holdId, now);
    if (!hold) return reject('not-found');
    if (hold.memberId !== memberId) return reject('forbidden');
    const { volumeId } = hold;
    return decide(context, { own: from('shelf', volumeId, shelf) }, ({ own }) =>
      ownEvents(decideCancelHolds({ volumeId, holdId, because: 'given-up', now }, own)),
    );
  };
