import type { Recorded } from '../../../../events/envelope.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { ownEvents } from '../../../platform/one-stream.ts';
import { becauseOf } from '../../../platform/reaction-context.ts';
import { settled } from '../../../platform/settled.ts';
import { from } from '../../../platform/source.ts';
import { decideOpenShelf } from '../../domain/decide-shelf.ts';
import { shelf } from '../../domain/shelf.ts';

/** A volume in the catalogue gets its shelf with its first copies; told again, nothing happens. */
export const openShelf =
  ({ decide }: { decide: ReturnType<typeof commandLoop> }) =>
  (event: Recorded<HeardBy<'open-shelf'>>): Promise<void> => {
    const { volumeId, initialCopies } = event.data;
    const context = becauseOf(event, 'open-shelf', volumeId);
    return settled(
      decide(context, { own: from('shelf', volumeId, shelf) }, ({ own }) =>
        ownEvents(decideOpenShelf({ volumeId, initialCopies, now: context.now }, own)),
      ),
    );
  };
