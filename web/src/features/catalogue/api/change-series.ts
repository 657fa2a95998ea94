import { sendCommand } from '../../../lib/http/send-command.ts';
import { Series } from '../series.ts';
import { CATALOGUE_READS } from './catalogue-reads.ts';

export const changeSeries =
  (seriesId: string) =>
  (body: Record<string, unknown>, key: string): Promise<Series> =>
    sendCommand({
      method: 'PATCH',
      path: `/api/series/${encodeURIComponent(seriesId)}`,
      body,
      key,
      answer: Series,
      seenBy: CATALOGUE_READS,
    });
