import { NoContent, sendCommand } from '../../../lib/http/send-command.ts';
import { CATALOGUE_READS } from './catalogue-reads.ts';

/** Takes a series with its volumes, or one volume, out of the catalogue. */
export const withdraw =
  (kind: 'series' | 'volumes') =>
  (id: string, key: string): Promise<undefined> =>
    sendCommand({
      method: 'DELETE',
      path: `/api/${kind}/${encodeURIComponent(id)}`,
      key,
      answer: NoContent,
      seenBy: CATALOGUE_READS,
    });
