import type { Recorded } from '../../../../events/envelope.ts';
import type { VolumeId } from '../../../../events/ids.ts';
import { shelfToday } from '../../../../events/shelf.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { becauseOf } from '../../../platform/reaction-context.ts';
import { from } from '../../../platform/source.ts';
import { shelf } from '../../domain/shelf.ts';
import { untilDone } from '../until-done.ts';

interface Needs {
  /** Volumes of which a copy was put aside for longer than until then; one may come more than once. */
  volumesWithEndedOffers: (now: Date) => AsyncIterable<VolumeId>;
  decide: ReturnType<typeof commandLoop>;
}

/** Each morning offers that have run out end, and their copies go to the next; a shelf without any says nothing. */
export const expireHolds =
  ({ volumesWithEndedOffers, decide }: Needs) =>
  async (event: Recorded<HeardBy<'expire-holds'>>): Promise<void> => {
    const now = new Date(event.metadata.occurredAt);
    for await (const volumeId of volumesWithEndedOffers(now))
      await untilDone((round) =>
        decide(
          becauseOf(event, 'expire-holds', `${volumeId}.${round}`),
          { own: from('shelf', volumeId, shelf) },
          ({ own }) => {
            const { events } = shelfToday(own, { volumeId, now });
            return { outcome: 'accepted', events: { own: events }, answer: events.length };
          },
        ),
      );
  };
