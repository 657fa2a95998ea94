import type { VolumeId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { reject } from '../../../platform/decider.ts';
import { from } from '../../../platform/source.ts';
import { claimMoved, numberClaim } from '../../catalogue-claims.ts';
import { decideChangeVolume, volume } from '../../domain/volume.ts';
import type { ShownVolume } from '../../shown-volume.ts';
import type { ChangeVolumeRequest } from './request.ts';

/** A librarian corrects a volume. A number given up is free again in the same commit that takes the new one. */
export const changeVolume =
  ({ decide }: { decide: ReturnType<typeof commandLoop> }) =>
  (volumeId: VolumeId, changes: ChangeVolumeRequest, context: CommandContext) =>
    decide(context, { volume: from('volume', volumeId, volume) }, ({ volume: before }) => {
      const decision = decideChangeVolume(changes, before);
      if (decision.outcome === 'rejected') return decision;
      if (before.status !== 'listed') return reject('not-found');
      const answer: ShownVolume = decision.events[0]?.data ?? before.described;
      const moved = claimMoved(numberClaim(before.described), numberClaim(answer));
      return { outcome: 'accepted', events: { volume: decision.events }, ...moved, answer };
    });
