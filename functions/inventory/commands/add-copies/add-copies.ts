import type { VolumeId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { from } from '../../../platform/source.ts';
import { decideAddCopies } from '../../domain/decide-shelf.ts';
import { shelf } from '../../domain/shelf.ts';
import { volume } from '../../domain/volume.ts';
import type { AddCopiesRequest } from './request.ts';

/** A librarian adds copies of a volume; possible as soon as the volume is in the catalogue, before its shelf is open. */
export const addCopies =
  ({ decide }: { decide: ReturnType<typeof commandLoop> }) =>
  (volumeId: VolumeId, request: AddCopiesRequest, context: CommandContext) => {
    const sources = { shelf: from('shelf', volumeId, shelf), volume: from('volume', volumeId, volume) };
    return decide(context, sources, (states) => {
      const decision = decideAddCopies({ volumeId, now: context.now, ...request }, states);
      if (decision.outcome === 'rejected') return decision;
      const { told, copyIds } = decision.events;
      return { outcome: 'accepted', events: { shelf: told }, answer: { copyIds } };
    });
  };
