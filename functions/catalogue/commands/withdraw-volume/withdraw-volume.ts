import type { VolumeId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { reject } from '../../../platform/decider.ts';
import { from } from '../../../platform/source.ts';
import { numberClaim, released } from '../../catalogue-claims.ts';
import { series } from '../../domain/series.ts';
import { shelf } from '../../domain/shelf.ts';
import { decideWithdrawVolume, type Volume, volume } from '../../domain/volume.ts';

interface Needs {
  readVolume: (volumeId: VolumeId) => Promise<Volume>;
  decide: ReturnType<typeof commandLoop>;
}

/**
 * A librarian withdraws a volume; its number is free again. The commit falls when the shelf has changed meanwhile, so that
 * no copy is lent at the same moment.
 */
export const withdrawVolume =
  ({ readVolume, decide }: Needs) =>
  async (volumeId: VolumeId, context: CommandContext) => {
    const found = await readVolume(volumeId);
    if (found.status !== 'listed') return reject('not-found');
    const sources = {
      volume: from('volume', volumeId, volume),
      series: from('series', found.described.seriesId, series),
      shelf: from('shelf', volumeId, shelf),
    };
    return decide(context, sources, (states) => {
      const decision = decideWithdrawVolume(states.volume, states.shelf);
      if (decision.outcome === 'rejected') return decision;
      if (states.volume.status !== 'listed') return reject('not-found');
      return { ...decision, releases: [released(numberClaim(states.volume.described))], answer: undefined };
    });
  };
