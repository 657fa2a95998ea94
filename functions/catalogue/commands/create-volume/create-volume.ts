import type { VolumeId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { consulting, from } from '../../../platform/source.ts';
import { series } from '../../domain/series.ts';
import { decideCreateVolume, volume } from '../../domain/volume.ts';
import type { ShownVolume } from '../../shown-volume.ts';
import type { CreateVolumeRequest } from './request.ts';

interface Needs {
  newVolumeId: () => VolumeId;
  decide: ReturnType<typeof commandLoop>;
}

/** A librarian adds a volume to a series; a number that the series has already is refused with `number-taken`. */
export const createVolume =
  ({ newVolumeId, decide }: Needs) =>
  (request: CreateVolumeRequest, context: CommandContext) => {
    const volumeId = newVolumeId();
    const { initialCopies: _, ...described } = request;
    const answer: ShownVolume = { volumeId, ...described };
    const claim = { kind: 'volume-number', key: `${request.seriesId}/${request.number}`, value: { volumeId } };
    const sources = {
      volume: from('volume', volumeId, volume),
      series: consulting('series', request.seriesId, series),
    };
    return decide(context, sources, (states) => {
      const decision = decideCreateVolume({ volumeId, ...request }, states.series);
      if (decision.outcome === 'rejected') return decision;
      const claims = [{ ...claim, refusal: 'number-taken' as const }];
      return { outcome: 'accepted', events: { volume: decision.events }, claims, answer };
    });
  };
