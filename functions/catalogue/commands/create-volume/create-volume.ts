import type { VolumeId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { beginning, from } from '../../../platform/source.ts';
import { numberClaim } from '../../catalogue-claims.ts';
import { series } from '../../domain/series.ts';
import { decideCreateVolume, volume } from '../../domain/volume.ts';
import type { ShownVolume } from '../../shown-volume.ts';
import type { CreateVolumeRequest } from './request.ts';

interface Needs {
  newVolumeId: () => VolumeId;
  decide: ReturnType<typeof commandLoop>;
}

/**
 * A librarian adds a volume to a series; a number that the series has already is refused with `number-taken`. The series
 * notes its volume in the same commit, so that it cannot be withdrawn without it.
 */
export const createVolume =
  ({ newVolumeId, decide }: Needs) =>
  (request: CreateVolumeRequest, context: CommandContext) => {
    const volumeId = newVolumeId();
    const { initialCopies: _, ...described } = request;
    const answer: ShownVolume = { volumeId, ...described };
    const sources = {
      volume: beginning('volume', volumeId, volume),
      series: from('series', request.seriesId, series),
    };
    return decide(context, sources, (states) => {
      const decision = decideCreateVolume({ volumeId, ...request }, states.series);
      if (decision.outcome === 'rejected') return decision;
      return { ...decision, claims: [numberClaim(answer)], answer };
    });
  };
