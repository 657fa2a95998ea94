import type { SeriesId, VolumeId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { reject } from '../../../platform/decider.ts';
import { from } from '../../../platform/source.ts';
import { numberClaim, released, titleClaim } from '../../catalogue-claims.ts';
import { type Series, series } from '../../domain/series.ts';
import { type Shelf, shelf } from '../../domain/shelf.ts';
import { volume } from '../../domain/volume.ts';
import { decideWithdrawSeries, decideWithdrawVolumes } from '../../domain/withdraw-series.ts';

interface Needs {
  readSeries: (seriesId: SeriesId) => Promise<Series>;
  readShelf: (volumeId: VolumeId) => Promise<Shelf>;
  decide: ReturnType<typeof commandLoop>;
}

/** A transaction has 100 items: for each volume its stream and its shelf, besides the series, its title and the caller's key. */
const MOST_AT_ONCE = 48;
/** In a part, each volume also gives up its number. */
const MOST_IN_A_PART = 32;
/** Shelves looked at side by side. */
const LOOKS_AT_ONCE = 32;
/** How often a series may get another volume while it is being withdrawn. */
const ATTEMPTS = 10;

const sourcesOf = (seriesId: SeriesId, volumeIds: readonly VolumeId[]) => ({
  series: from('series', seriesId, series),
  volumes: volumeIds.map((volumeId) => from('volume', volumeId, volume)),
  shelves: volumeIds.map((volumeId) => from('shelf', volumeId, shelf)),
});

/**
 * A librarian withdraws a series with its volumes: one commit, unless it has more volumes than fit into one. Then no copy
 * may be with a reader when it begins, volumes leave in parts, and the series with the last of them: whoever looks meanwhile,
 * or after a crash, finds a series with fewer volumes, and withdrawing it again goes on from there.
 */
export const withdrawSeries = (needs: Needs) => async (seriesId: SeriesId, context: CommandContext) => {
  let isLookedAt = false;
  for (let part = 1, left = ATTEMPTS; left > 0; part++) {
    const found = await needs.readSeries(seriesId);
    if (found.status !== 'listed') return reject('not-found');
    const { volumeIds } = found;
    if (volumeIds.length > MOST_AT_ONCE) {
      if (!isLookedAt && (await isAnyLent(needs, volumeIds))) return reject('copies-on-loan');
      isLookedAt = true;
      const withdrawn = await withdrawPart(needs, seriesId, volumeIds.slice(0, MOST_IN_A_PART), partOf(context, part));
      if (withdrawn.outcome !== 'accepted') return withdrawn;
      continue;
    }
    const withdrawn = await withdrawWhole(needs, seriesId, volumeIds, context);
    if (withdrawn.outcome !== 'rejected' || withdrawn.reason !== 'grown') return withdrawn;
    left--;
  }
  return { outcome: 'busy' } as const;
};

/** Parts are commits of their own, and only the last commit answers the caller. */
const partOf = ({ once: _, ...context }: CommandContext, part: number): CommandContext => ({
  ...context,
  commandId: `${context.commandId}.part-${part}`,
});

const isAnyLent = async ({ readShelf }: Needs, volumeIds: readonly VolumeId[]): Promise<boolean> => {
  for (let at = 0; at < volumeIds.length; at += LOOKS_AT_ONCE) {
    const shelves = await Promise.all(volumeIds.slice(at, at + LOOKS_AT_ONCE).map(readShelf));
    if (shelves.some(({ lent }) => lent.size > 0)) return true;
  }
  return false;
};

const withdrawPart = ({ decide }: Needs, seriesId: SeriesId, volumeIds: readonly VolumeId[], context: CommandContext) =>
  decide(context, sourcesOf(seriesId, volumeIds), (states) => {
    const decision = decideWithdrawVolumes(states);
    if (decision.outcome === 'rejected') return decision;
    const releases = states.volumes.flatMap((state) =>
      state.status === 'listed' ? [released(numberClaim(state.described))] : [],
    );
    return { ...decision, releases, answer: undefined };
  });

const withdrawWhole = (
  { decide }: Needs,
  seriesId: SeriesId,
  volumeIds: readonly VolumeId[],
  context: CommandContext,
) =>
  decide(context, sourcesOf(seriesId, volumeIds), (states) => {
    const decision = decideWithdrawSeries(volumeIds, states);
    if (decision.outcome === 'rejected') return decision;
    if (states.series.status !== 'listed') return reject('not-found');
    const releases = [released(titleClaim(states.series.described.title, seriesId))];
    return { ...decision, releases, answer: undefined };
  });
