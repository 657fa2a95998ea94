import type { SeriesId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { from } from '../../../platform/source.ts';
import { titleClaim } from '../../catalogue-claims.ts';
import { decideCreateSeries, series } from '../../domain/series.ts';
import type { ShownSeries } from '../../shown-series.ts';
import type { CreateSeriesRequest } from './request.ts';

interface Needs {
  newSeriesId: () => SeriesId;
  decide: ReturnType<typeof commandLoop>;
}

/** A librarian adds a series; of two with one title the second is refused with `title-taken`. */
export const createSeries =
  ({ newSeriesId, decide }: Needs) =>
  (request: CreateSeriesRequest, context: CommandContext) => {
    const seriesId = newSeriesId();
    const answer: ShownSeries = { seriesId, ...request, volumeCount: 0 };
    return decide(context, { series: from('series', seriesId, series) }, () => ({
      outcome: 'accepted',
      events: { series: decideCreateSeries({ seriesId, ...request }) },
      claims: [titleClaim(request.title, seriesId)],
      answer,
    }));
  };
