import type { SeriesId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { reject } from '../../../platform/decider.ts';
import { from } from '../../../platform/source.ts';
import { claimMoved, titleClaim } from '../../catalogue-claims.ts';
import { decideChangeSeries, series } from '../../domain/series.ts';
import type { ShownSeries } from '../../shown-series.ts';
import type { ChangeSeriesRequest } from './request.ts';

/** A librarian corrects a series. A title given up is free again in the same commit that takes the new one. */
export const changeSeries =
  ({ decide }: { decide: ReturnType<typeof commandLoop> }) =>
  (seriesId: SeriesId, changes: ChangeSeriesRequest, context: CommandContext) =>
    decide(context, { series: from('series', seriesId, series) }, ({ series: before }) => {
      const decision = decideChangeSeries(changes, before);
      if (decision.outcome === 'rejected') return decision;
      if (before.status !== 'listed') return reject('not-found');
      const described = decision.events[0]?.data ?? before.described;
      const answer: ShownSeries = { ...described, volumeCount: before.volumeIds.length };
      const moved = claimMoved(titleClaim(before.described.title, seriesId), titleClaim(described.title, seriesId));
      return { outcome: 'accepted', events: { series: decision.events }, ...moved, answer };
    });
