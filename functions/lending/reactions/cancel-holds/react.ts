import type { Recorded } from '../../../../events/envelope.ts';
import type { HoldId, MemberId, VolumeId } from '../../../../events/ids.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { becauseOf } from '../../../platform/reaction-context.ts';
import { from } from '../../../platform/source.ts';
import { type CancelHolds, decideCancelHolds } from '../../domain/hold/decide-cancel-holds.ts';
import { shelf } from '../../domain/shelf.ts';
import { untilDone } from '../until-done.ts';

interface Needs {
  /** The holds that a member placed, by the member's own stream: nobody who has left places another. */
  holdsOf: (memberId: MemberId) => Promise<ReadonlyMap<HoldId, VolumeId>>;
  decide: ReturnType<typeof commandLoop>;
}
type Heard = Recorded<HeardBy<'cancel-holds'>>;

/** Who has left waits for nothing, and nobody waits for a volume that was withdrawn; told again, nothing happens. */
export const cancelHolds =
  ({ holdsOf, decide }: Needs) =>
  async (event: Heard): Promise<void> => {
    const now = new Date(event.metadata.occurredAt);
    const cancel = (command: Omit<CancelHolds, 'now'>) =>
      untilDone((round) =>
        decide(
          becauseOf(event, 'cancel-holds', `${command.volumeId}.${command.holdId}.${round}`),
          { own: from('shelf', command.volumeId, shelf) },
          ({ own }) => {
            const decision = decideCancelHolds({ ...command, now }, own);
            if (decision.outcome === 'rejected') return decision;
            return { outcome: 'accepted', events: { own: decision.events }, answer: decision.events.length };
          },
        ),
      );
    switch (event.type) {
      case 'accounts.member-left':
        for (const [holdId, volumeId] of await holdsOf(event.data.memberId))
          await cancel({ volumeId, holdId, because: 'member-left' });
        return;
      case 'catalogue.volume-withdrawn':
        await cancel({ volumeId: event.data.volumeId, holdId: 'all', because: 'volume-withdrawn' });
    }
  };
